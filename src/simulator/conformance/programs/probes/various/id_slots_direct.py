# id(S()) == id(S()) __slots__ class
class S: __slots__ = ('a',)
print(*[int(b) for b in (id(S()) == id(S()), id(S()) == id(S()), id(S()) == id(S()))])
