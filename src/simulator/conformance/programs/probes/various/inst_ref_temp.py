# id() inside call etc
class C: pass
print(C().__class__ is C, type(C()).__name__)
