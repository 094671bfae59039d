def f(y, w):
    a = [x for x in y]
    b = [x + w for x in y]
    c = [lambda: x for x in y]
    d = [x for x in y if x > w]
    x = 1
    e = [x for x in y]
    g = [[x + z for x in w] for z in y]
    h = {x: z for x in y for z in w if x != z}
    i = (x + w for x in y if w)
    j = [x for x in y for x in x]
    k = [y for y in y]
    return a, b, c, d, e, g, h, i, j, x, k

def g(a):
    def h():
        return a
    return [a for a in a], h

def i(a):
    return [[b for b in a] for a in a if a], [a for _ in a]

class C:
    n = 3
    a = [x for x in range(n)]
    b = [n for x in 'a']
    c = [[n for y in x] for x in 'ab']
    d = {x: C for x in 'a'}

def j(n):
    return any(x for x in n), all(x > 1 for x in n), tuple(x for x in n), list(x for x in n), set(x for x in n), max(x for x in n)
