# Which tuples the collector watches: up to 3.13 each from its birth on; since then what a native fills place by place, or a
# tuple with something in it that could be part of a cycle.
import array
import gc
import itertools
import math
import operator
import re
import sys


def raised():
    try:
        raise ValueError(1, 2)
    except ValueError:
        return sys.exc_info()


def function(a, b=1, *c, d=2):
    x = 1
    return lambda: x


def given(*args):
    return args


tracked = gc.is_tracked
print(tracked(gc.get_count()), tracked(gc.get_threshold()))
print(tracked(divmod(5, 3)), tracked(divmod(5.0, 3)), tracked((5).as_integer_ratio()), tracked((0.5).as_integer_ratio()))
print(tracked(math.frexp(1.5)), tracked(math.modf(1.5)))
print(tracked('a b'.partition(' ')), tracked('ab'.partition(' ')), tracked('a b'.rpartition(' ')))
print(tracked(b'a b'.partition(b' ')), tracked(b'ab'.rpartition(b' ')))
print(tracked(slice(1, 2, 3).indices(5)), tracked(slice(1, 2, 3).__reduce__()))
print(tracked(raised()), tracked(raised()[1].args), tracked(sys.exc_info()))
print(tracked(function.__code__.co_varnames), tracked(function.__code__.co_cellvars), tracked(function(1).__closure__))
print(tracked({1: 2}.popitem()), tracked(next(iter({1: 2}.items()))))
print(tracked(next(enumerate([1]))), tracked(next(zip([1]))))
print(tracked(next(itertools.product([1], [2]))), tracked(next(itertools.pairwise([1, 2]))))
print(tracked(tuple([1])), tracked(tuple('ab')), tracked(tuple(range(2))), tracked(tuple(x for x in [1])))
print(tracked(tuple([1]) + (2,)), tracked(tuple([2]) * 2), tracked(tuple([1, 2])[:1]), tracked(tuple([1, 2])[::-1]))
print(tracked(given(1)), tracked(given(*[1])), tracked(operator.itemgetter(0, 1)((1, 2))))
print(tracked((5).__getnewargs__()), tracked('a'.__getnewargs__()), tracked((1.5).__getnewargs__()))
print(tracked(b'a'.__getnewargs__()), tracked((1, 2).__getnewargs__()))
print(tracked(range(3).__reduce__()), tracked(range(3).__reduce__()[1]), tracked(array.array('i', [1]).buffer_info()))
match = re.match('(a)', 'a')
print(tracked(match.groups()), tracked(match.span()), tracked(match.regs), tracked(match.group(0, 1)))
print(tracked(memoryview(b'a').shape), tracked(memoryview(b'a').strides))
import sys

print(sys.getrefcount(match), sys.getrefcount(match.regs), sys.getrefcount(given))
