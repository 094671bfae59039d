if a:
    x: int = 1
else:
    x: str
for i in a:
    y: int
class C:
    if a:
        z: int
    w: str
    def m(self, v: z) -> w: pass
    class D:
        q: C
def f(p: T) -> T:
    class E:
        r: p
        s: T = p
    return E
