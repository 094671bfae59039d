# free a then b; first new gets b's address, second a's
class C: __slots__ = 'x'
def t(mk):
    a = mk(); b = mk(); ia, ib = id(a), id(b)
    del a
    del b
    c = mk(); d = mk()
    return (id(c) == ib, id(d) == ia, id(c) == ia, id(d) == ib)
n = int('9')
print(t(C), t(lambda: []), t(lambda: {}), t(lambda: n * 1.5), t(lambda: (n, n)), t(lambda: object()), t(lambda: n * 1000))
