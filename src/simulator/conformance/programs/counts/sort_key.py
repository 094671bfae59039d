# During a sort the list is empty, and the items are held elsewhere.
import sys

R = sys.getrefcount

v = [[3], [1], [2]]
a = v[0]

def key(item):
    print(R(item), R(a), len(v))
    return item[0]

v.sort(key=key)
print(R(a), sorted(v, key=key, reverse=True)[0] is a)
print(min(v, key=key), max(v, key=key), R(a))
