x = 1
class C:
    y = x
    x = 2
    z = x
    def m(self):
        return x, self
    def n(self, x):
        def inner():
            return x
        return inner
    w = [x for y in 'ab']
def f(x):
    class D:
        y = x
        x = 3
        def g(self):
            return x
    return D
def g():
    x = 1
    class E:
        z = x
        class F:
            w = x
    return E
