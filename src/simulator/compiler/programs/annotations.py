x: int
y: int = 1
z: 'str' = 'a'
a.b: int
a[1]: int = 2
(w): int = 3
def f(a: int, b: str = 'x', *args: int, c: float, **kw: dict) -> None:
    l: int = 1
    m: undefined
    return l
class C:
    x: int
    y: str = 'a'
    def m(self, other: 'C') -> 'C':
        self.z: int = 1
        return other
def g(a, b: int): return a
def h() -> int: ...
