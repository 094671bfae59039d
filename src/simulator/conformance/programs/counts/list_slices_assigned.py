# Assigning to slices: what comes in, what goes out, and what a failed one leaves.
import sys

R = sys.getrefcount


class Item:
    pass


a, b, c = Item(), Item(), Item()
l = [a, b, c]
l[1:2] = [a, a]
print(R(a), R(b), R(c), R(l))
l[::2] = (b, b)
print(R(a), R(b), R(c))
l[:] = l
l[1:1] = l
print(R(a), R(b), R(c), len(l))
del l[::3]
print(R(a), R(b), R(c), len(l))
l[:2] = (x for x in (c, c, c))
print(R(a), R(b), R(c))
l *= 2
l += l[-1:]
print(R(a), R(b), R(c), len(l))
for key, value in ((slice(None, None, 2), [a]), (slice(0, 1), 5), (slice(0, 1, 0), [a]), (99, a), (slice(b), [a]), ('k', a)):
    try:
        l[key] = value
    except Exception as error:
        print(type(error).__name__, R(error), R(a), R(b), R(l))


def fails():
    yield a
    raise KeyError(b)


try:
    l[:] = fails()
except KeyError as error:
    print(R(error.args[0]), R(a), R(c), len(l))
copy, l[:] = l[:], []
print(R(a), R(b), R(c), R(copy), R(l))
