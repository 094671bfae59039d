# The copy of an empty dict is a dead one's memory, but on 3.15 new memory, which is counted.
import gc
import sys


def told(name, make):
    spare = [{1: i} for i in range(30)]
    del spare
    before = gc.get_count()[0]
    made = make()
    kept.append(made)
    print(name, gc.get_count()[0] - before, sys.getrefcount(made))


class Base:
    pass


kept = []
empty = {}
full = {'a': 1}
gc.collect()
gc.set_threshold(100000)
for _ in range(3):
    told('display', lambda: {})
    told('copy of nothing', lambda: empty.copy())
    told('copy', lambda: full.copy())
    told('from nothing', lambda: dict(empty))
    told('class', lambda: type('Local', (), {}))
    told('class with a base', lambda: type('Local', (Base,), {}))
    told('class with names', lambda: type('Local', (Base,), {'a': 1}))
