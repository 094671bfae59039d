# What the containers of `collections` and the tools of `functools` give up. Each object's finalizer runs Python while the others wait.
from sys import getrefcount


class D:
    def __init__(self, n=0): self.n = n

    def __del__(self):
        x = [self.n]
        print(end=f'{x[0]}:{getrefcount(self)} ')

    def __hash__(self): return self.n
    def __eq__(self, o): return self is o
    def __call__(self, *a, **k): return D(9)
    def m(self): pass
    def __iter__(self): return iter([D(1), D(2)])
    def __get__(self, o, t): return D(3)


print('\ndeque:')
from collections import deque
x = deque([D(1), D(2), D(3)], 2)
x.append(D(4))
x.clear()
x = deque([D(1), D(2)])
del x

print('\npartial:')
from functools import partial
x = partial(D(1), D(2), k=D(3))
x()
del x

print('\ndd:')
from collections import defaultdict, OrderedDict, Counter, ChainMap
x = defaultdict(D(1), a=D(2), b=D(3))
x[5]
del x
x = OrderedDict(a=D(1), b=D(2))
x.popitem()
del x
x = Counter([D(1), D(2)])
del x
x = ChainMap({1: D(1)}, {2: D(2)})
del x

print('\nns:')
from types import SimpleNamespace
x = SimpleNamespace(a=D(1), b=D(2))
del x

print('\nlru:')
from functools import lru_cache, reduce, cached_property
@lru_cache(maxsize=1)
def f(x): return D(1)
f(D(2))
f(D(3))
f.cache_clear()
reduce(lambda a, b: D(4), [D(1), D(2), D(3)])
class C:
    @cached_property
    def p(self): return D(5)
c = C()
c.p
del c.p

print('\nnt:')
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(D(1), D(2))
p._replace(x=D(3))
p._asdict()
del p

print('\nheap:')
import heapq, bisect, copy, operator
h = [(1, D(1)), (0, D(2))]
heapq.heapify(h)
heapq.heappop(h)
heapq.heappushpop(h, (5, D(3)))
copy.copy([D(1)])
copy.deepcopy([[], []])
operator.itemgetter(0)([D(1), D(2)])
operator.attrgetter("n")(D(1))
operator.methodcaller("m")(D(2))
bisect.insort(h, (3, D(9)))
