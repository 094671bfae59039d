# What an enumerate refers to: its iterator, the pair it gives again, and its count once that is a long one.
import gc
import sys

for start in 0, 5, 1 << 70:
    pairs = enumerate('ab', start)
    print([o for o in gc.get_referents(pairs) if type(o) is not type(iter('a'))])
    for _ in range(2):
        next(pairs)
        print([o for o in gc.get_referents(pairs) if type(o) is not type(iter('a'))])
items = ['a', 'b']
pairs = enumerate(items)
print(sys.getrefcount(items), next(pairs), sys.getrefcount(items))
