# An OrderedDict keeps its order beside the table.
from collections import OrderedDict
import sys

R = sys.getrefcount


class Key:
    pass


a, b, v = Key(), Key(), []
o = OrderedDict([(a, v), (b, v)])
print(R(a), R(b), R(v), R(o))
o.move_to_end(a)
print(R(a), [k is a for k in o], R(a))
o.move_to_end(a, last=False)
o[b] = o
print(R(b), R(v), R(o))
o[b] = v
print(R(o), R(v), R(o.copy()), R(a), R(v))
print(o.popitem(last=False)[0] is a, R(a), R(v), o.popitem()[1] is v, R(b), R(v))
o[a] = o[b] = v
for k in o:
    print(R(k), R(o))
for k in reversed(o):
    print(R(k), R(o))
del k
it = iter(o.items())
print(R(o), R(it), R(next(it)), R(a), R(b))
del it
print(R(o), o == {b: v, a: v}, o == OrderedDict([(b, v), (a, v)]), R(a), R(v))
try:
    o.move_to_end(Key())
except KeyError as error:
    print(R(error), R(error.args[0]))
o |= {b: a}
print(R(a), R(b), R(v), o.setdefault(a, b) is v, R(v))
o.clear()
print(R(a), R(b), R(v), R(o))
