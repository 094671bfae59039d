def f[T](x: T) -> T:
    return x
def g[T: int, *Ts, **P](x: T, *args: *Ts) -> T: ...
class C[T]:
    def m(self, x: T) -> T: return x
class D[T: (int, str)](C[T], k=1):
    x: T
type A = int
type B[T] = list[T]
def h[T](a=1, *, b=2): return a
class E:
    type F = E
    def m[T](self, x: T) -> T: return x
