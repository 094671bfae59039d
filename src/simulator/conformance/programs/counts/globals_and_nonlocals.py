# Names of the module and of enclosing functions, read, bound and deleted from within.
import builtins
import sys
R = sys.getrefcount
def read():
    return R(v), R(w)
def bind(x):
    global v, made
    v = x
    made = [x]
    first = R(v), R(made)
    v, made = made, v
    return first, R(v), R(made), R(x)
def remove():
    global made
    held = made
    del made
    try:
        made
    except NameError as error:
        return R(error), R(held), R(v)
def shadow():
    global len
    len = v
    try:
        return R(len), len is v
    finally:
        del len
def outer(x):
    y = [x]
    def middle():
        nonlocal y
        z = y
        y = x
        def inner():
            nonlocal z
            old, z = z, [y]
            return R(old), R(z), R(y), R(x)
        return inner(), R(z), R(y), inner(), R(z)
    return middle(), R(x), R(y)
def loop(warm):
    for i in range(warm):
        got = R(v), R(w), read()
    return got
class Body:
    global inside
    inside = [1]
    own = inside
    counted = R(inside), R(own)
    def method(self):
        return R(inside), R(self.own)
v, w = [], {}
for i in range(3):
    print(read(), bind([]), read(), remove(), shadow(), outer(v), R(v), R(w))
print(loop(1), loop(30), R(inside), Body.counted, Body().method())
builtins.extra = v
print(R(extra), R(builtins.extra), R(v), (lambda: R(extra))())
extra = w
print(R(extra), R(v), R(w))
del extra
print(R(extra), R(w))
del builtins.extra
try:
    extra
except NameError as error:
    print(R(error), error.name, R(v))
globals().update(added=v)
print(R(added), R(v), 'added' in globals(), globals()['added'] is v, sorted(n for n in globals() if n in ('v', 'w')))
import __main__
print(__main__.v is v, R(__main__.v), R(vars(__main__)['w']), R(__main__) > 1)
__main__.late = v
print(R(late), R(v))
del __main__.late, __main__.added
print(R(v))
