def f(a):
    def g():
        yield a
        b = 1
        def h():
            return a, b
        yield h
    return g
class C:
    def __iter__(self):
        yield from self
        yield super().x
