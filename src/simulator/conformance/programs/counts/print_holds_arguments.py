import sys
R = sys.getrefcount
class A:
    def __repr__(self): return f'{R(self)}'
    __str__ = __repr__
    def __lt__(self, o): print('lt', R(self), R(o)); return False
a = A(); b = A()
print(a); print(a, 1); print([a]); print(repr(a)); x = [a]; print(x); print(a, f'{a}'); print(a, str(a)); print(a,'%s' % a); print(a, '{}'.format(a)); print(a, [a]); print([a], [a])
sorted([a, b]); x = [a, b]; x.sort(); sorted(x); sorted((a, b)); a < b; max(a, b); min(x)
def f():
    a = A()
    print(a); print(a, 1); print(repr(a)); print(str(a)); print(a, a); str(a); 
    sorted([a, b])
f(); f()
