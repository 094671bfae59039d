def f(xs):
    fs = [lambda: x for x in xs]
    x = 1
    def g():
        return x
    gs = [(lambda: x + y) for y in xs]
    return [x for x in xs], g, gs

def outer():
    x = 1
    def inner():
        return [x for y in 'a'], [x for x in 'b'], [[x for _ in 'c'] for x in 'd']
    return inner

fs = [lambda: i for i in range(3)]
gs = [[lambda: (i, j) for i in range(2)] for j in range(3)]

class K:
    x = 1
    fs = [lambda: x for x in range(3)]
    def m(self):
        return [__class__ for _ in 'a']
