# operator.itemgetter, attrgetter and methodcaller hold their keys; their results are what was found.
from operator import attrgetter, itemgetter, methodcaller
import operator
import sys

R = sys.getrefcount


class Key:
    def __init__(self, *args):
        self.args = args

    def __index__(self):
        print('index', R(self))
        return 0

    def take(self, *args, **kwargs):
        return R(self), [R(a) for a in args], [R(k) for k in kwargs.values()]


k, v = Key(), []
one, many = itemgetter(k), itemgetter(0, k, 0)
l = [v, k]
print(R(k), R(one), one(l) is v, R(v), R(many(l)), R(v), R(k))
k.a = k.b = v
get, both = attrgetter('a'), attrgetter('a', 'b.__class__')
print(R(get(k)), R(v), R(both(k)), R(v), R(k), R(get))
call = methodcaller('take', v, k, key=v)
print(R(v), R(k), R(call))
for i in range(2):
    print(call(k), call(Key()), R(v), R(k))
for wrong in (lambda: one(5), lambda: get(l), lambda: call(l), lambda: itemgetter(), lambda: attrgetter(k), lambda: methodcaller(k),
              lambda: many([]), lambda: operator.setitem(l, v, v), lambda: operator.delitem(l, 9)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, R(error), R(k), R(v), R(l))
print(sorted([[2, v], [1, k]], key=itemgetter(0))[0][1] is k, R(k), R(v))
print(operator.concat(l, [v])[2] is v, R(v), operator.iadd(l, [v]) is l, R(v), operator.countOf(l, v), operator.indexOf(l, k), R(k))
print(operator.is_(v, v), operator.truth(k), operator.not_(v), operator.index(k), operator.length_hint(l, 3), R(v), R(k))
del one, many, call
print(R(k), R(v))
