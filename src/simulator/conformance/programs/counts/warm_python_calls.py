# Functions called over and over: plain, with defaults, by keyword, with stars, bound, nested and recursive.
import sys

R = sys.getrefcount

def plain(a, b):
    return R(a), R(b)

def default(a, b=[]):
    return R(a), R(b)

def keyword(a, *, b=[], c):
    return R(a), R(b), R(c)

def starred(*args, **kwargs):
    return R(args), R(kwargs), R(args[0]), [R(x) for x in kwargs.values()]

def posonly(a, /, b, *rest):
    return R(a), R(b), len(rest)

def deep(x, n):
    return R(x) if not n else deep(x, n - 1)

class A:
    def method(self, x):
        return R(self), R(x)
    def chained(self, x, y=None):
        return self.method(x) if y is None else (self.method(x=x), R(y))
    @classmethod
    def made(cls, x):
        return R(x), cls.static(x)
    @staticmethod
    def static(x):
        return R(x)
    def __call__(self, x, *more):
        return R(self), R(x), len(more)

def calls(warm, v, w, a):
    held = a.method
    for i in range(warm):
        got = [plain(v, w), plain(v, []), plain(b=v, a=w), default(v), default(v, w), keyword(v, c=w), keyword(v, b=w, c=[])]
        got += [starred(v, w), starred(v, k=w), posonly(v, w), posonly(v, w, v), deep(v, 3)]
        got += [a.method(v), a.chained(v), a.chained(v, w), a.made(v), A.made(v), a.static(v), a(v), a(v, w), A.method(a, v), held(v)]
        got += [A().method([]), A()([]), (lambda x, y=v: (R(x), R(y)))(w), plain(*[v, w]), plain(**{'a': v, 'b': w}), held(*(v,))]
    return got

v, w, a = [], [], A()
first = calls(1, v, w, a)
again = calls(1, v, w, a)
warm = calls(30, v, w, a)
for x, y, z in zip(first, again, warm):
    print(x, y if x != y else '', z if y != z else '')
print(R(v), R(w), R(a))
