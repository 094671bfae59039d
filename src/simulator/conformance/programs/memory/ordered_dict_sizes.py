# What the nodes of an OrderedDict and the table of them take.
import sys
from collections import OrderedDict

S = sys.getsizeof
o = OrderedDict()
print(S(o), o.__sizeof__(), OrderedDict.__basicsize__, type(iter(o)).__basicsize__, type(o.items()).__basicsize__)
last = 0
for i in range(50):
    o[i] = None
    if S(o) != last:
        print(i, S(o) - last, S(o))
    last = S(o)
for i in range(0, 50, 3):
    del o[i]
print(S(o), S(o.copy()), S(dict(o)))
o[1, 2] = 1
print(S(o))
before = sys.getallocatedblocks()
o.move_to_end(1)
print(sys.getallocatedblocks() - before)
while len(o) > 3:
    o.popitem()
print(S(o), S(o | {}))
o.clear()
print(S(o))
o['a'] = 1
print(S(o))
o.attribute = 1
print(S(o), S(OrderedDict(a=1)), S(OrderedDict.fromkeys('abcdefghi')))
before = sys.getallocatedblocks()
o['b'] = 1
print(sys.getallocatedblocks() - before)
key = object()
o[key] = key
print(S(o), sys.getrefcount(key))
del o[key]
print(S(o), sys.getrefcount(key))
