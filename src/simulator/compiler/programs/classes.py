class A:
    pass

class B(A):
    """Doc."""
    x = 1
    def __init__(self, v):
        self.v = v
        self.w = 2
    def get(self):
        return self.v
    @property
    def p(self):
        return self.v
    @p.setter
    def p(self, value):
        self.v = value
    @staticmethod
    def s(): return 1
    @classmethod
    def c(cls): return cls

class C(A, B, metaclass=type, k=1):
    def m(self):
        self.a, self.b = 1, 2
        for self.c in 'x': pass
        with self as self.d: pass
        def inner(self):
            self.e = 1
        return inner

class D(*[A], **{}): pass
class E(A, *[B], k=1): x = 1; y = 2
class F:
    class G:
        class H:
            def m(self): self.x = 1
