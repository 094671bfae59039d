# A decorator written in Python keeps the function it wraps.
from functools import singledispatch, total_ordering, wraps
import sys

R = sys.getrefcount

def plain(x):
    return R(x)
@wraps(plain)
def other(x):
    return R(x), R(plain)
print(R(plain), R(other), R(other.__wrapped__), other([]))
@singledispatch
def show(x):
    return 'any', R(x)
@show.register(list)
def of_list(x):
    return 'list', R(x)
a = []
print(show(a), show({}), show(1.5)[0], R(of_list), R(a))
print(show.dispatch(list) is of_list, R(of_list))
@total_ordering
class T:
    def __lt__(self, other):
        print(R(self), R(other))
        return False
    def __eq__(self, other):
        return False
t, u = T(), T()
print(t > u, t <= u, t >= u)
