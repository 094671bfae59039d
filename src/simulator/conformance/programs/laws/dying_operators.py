# What operators and statements give up. Each object's finalizer runs Python while the others wait.
from sys import getrefcount


class D:
    def __init__(self, n=0): self.n = n

    def __del__(self):
        x = [self.n]
        print(end=f'{x[0]}:{getrefcount(self)} ')

    def __hash__(self): return self.n
    def __eq__(self, o): return self is o
    def __call__(self, *a, **k): return D(9)
    def m(self): pass
    def __iter__(self): return iter([D(1), D(2)])
    def __get__(self, o, t): return D(3)


print('\nops:')
x = [D(1)] + [D(2)]
x = x * 2
x = [D(1)] * 3
x = None
d = {1: D(1)} | {2: D(2)}
d |= {1: D(3)}
d.update({1: D(4)}, z=D(5))
d.pop(1)
d.setdefault(8, D(7))
del d

print('\nfmt:')
f"{D(1)}{D(2)}"
"%s %s" % (D(1), D(2))
"{} {}".format(D(1), D(2))
print(D(1), D(2), sep="")
" ".join([str(D(1)), str(D(2))])

print('\nmatch:')
match [D(1), D(2)]:
    case [a, *b]: pass
match {"k": D(1), "l": D(2)}:
    case {"k": v, **w}: pass
del a, b, v, w

print('\nwiths:')
class W(D):
    def __enter__(self): return D(1)
    def __exit__(self, *a): return D(2)
with W(3) as w, W(4): pass
try:
    with W(5): raise ValueError(D(6))
except ValueError: pass
