# A partial of a partial: its arguments are put together from two tuples.
import gc
from functools import partial


def told(make):
    gc.collect()
    counts = []
    func = len
    for _ in range(4):
        counts.append(gc.get_count()[0])
        func = make(func)
    counts.append(gc.get_count()[0])
    print(counts)


told(lambda func: partial(func, 1))
told(lambda func: partial(func, 1, 2))
told(lambda func: partial(func, 1, x=2))
told(lambda func: partial(func, x=2))
told(lambda func: partial(func))
import sys

inner = partial(print, inner_list := [])
outer = partial(inner, inner_list, end=inner_list)
print(sys.getrefcount(inner), sys.getrefcount(outer), sys.getrefcount(inner_list))
