# `with`, `try` and `raise` in warm code.
import sys

R = sys.getrefcount
seen = []

class M:
    def __enter__(self):
        seen.append(R(self))
        return self
    def __exit__(self, kind, error, tb):
        seen.append((R(self), error and R(error), tb and R(tb)))
        return True

class Slotted:
    __slots__ = ()
    __enter__ = M.__enter__
    __exit__ = M.__exit__

def within(m, n, warm):
    for i in range(warm):
        seen.clear()
        with m as a, n as b:
            seen.append((R(a), R(b)))
        with m:
            raise KeyError(a)
        with M() as c, Slotted():
            seen.append(R(c))
            raise IndexError
    return R(a), R(b), R(c), tuple(seen)

def caught(v, warm):
    for i in range(warm):
        seen.clear()
        try:
            try:
                raise KeyError(v)
            except KeyError as e:
                seen.append((R(e), R(e.args), R(v)))
                raise ValueError(e) from e
            finally:
                seen.append(R(v))
        except (TypeError, ValueError) as e:
            seen.append((R(e), R(e.__cause__), R(e.__context__), R(e.__traceback__)))
        else:
            seen.append('else')
        try:
            v.missing
        except AttributeError as e:
            seen.append((R(e), R(e.obj), R(v)))
            del e
        try:
            v[9]
        except LookupError:
            seen.append((R(sys.exc_info()[1]), R(v)))
    return tuple(seen), R(v)

def returned(m, v, warm):
    for i in range(warm):
        got = leave(m, v)
    return R(got), R(m), R(v)

def leave(m, v):
    for x in [v]:
        with m:
            try:
                return v
            finally:
                seen.append(R(v))

m, v = M(), []
print(within(m, Slotted(), 1))
print(within(m, Slotted(), 30))
print(caught(v, 1))
print(caught(v, 30))
print(returned(m, v, 1), seen[-1], returned(m, v, 30), seen[-1], R(m), R(v))
