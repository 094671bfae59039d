# co_consts of f: [1,2], [1000,2000,3000], {1,2,3}, (1,2), for in list, in list
def a(): return [1000, 2000]
def b(): return [1000, 2000, 3000]
def c(): return {1000, 2000, 3000}
def d(): return (1000, 2000)
def e():
    for x in [1000, 2000]: pass
def f(x): return x in [1000, 2000]
def g(x): return x in {1000, 2000}
def h(): return {'a': 1000, 'b': 2000}
def i(): return -1000
def j(): return 10 * 1000
print(*[q.__code__.co_consts for q in (a, b, c, d, e, f, g, h, i, j)])
