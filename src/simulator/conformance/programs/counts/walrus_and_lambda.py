# A name that is given in the middle of an expression holds at once.
import sys

R = sys.getrefcount

v = []
print(R(x := v), R(x), (y := R(v)), R(v))
def f(p):
    if (q := [p]) and R(p):
        print(R(q), R(p), R(q[0]))
    return [R(z := p), R(z), (lambda: R(z))()]
print(f(v), f([]))
print((lambda p: R(p))(v), (lambda *p: R(p))(v), (lambda p=v: R(p))(), R(v))
print([(w := item) is v and R(w) for item in (v, v)], R(w))
print((lambda f: f(f))(lambda f: R(f)))
