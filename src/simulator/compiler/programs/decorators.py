def deco(f): return f
@deco
def f(): pass
@deco
@deco(1)
@deco.x
def g(a=1):
    return a
@deco
class C:
    @deco
    def m(self): pass
    @deco

    def n(self): pass
@(lambda f: f)
def h(): pass
