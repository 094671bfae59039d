# deque death order; set of one; nested
import collections
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
d = collections.deque([C(1), C(2), C(3)])
del d
d = collections.OrderedDict(a=C('a'), b=C('b')); del d
d = collections.defaultdict(list, a=C('a'), b=C('b')); del d
print()
