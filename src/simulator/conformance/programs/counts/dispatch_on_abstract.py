# singledispatch through abstract classes, unions and registration later on; what the registry and the cache hold.
import collections.abc
import functools
import sys
R = sys.getrefcount
class Sized2(collections.abc.Sized):
    pass
class Own:
    def __len__(self):
        return 1
class Pair(tuple):
    pass
@functools.singledispatch
def show(x, *more):
    return 'object', R(x), [R(m) for m in more]
@show.register(collections.abc.Sized)
def _(x, *more):
    return 'sized', R(x)
@show.register(list)
@show.register(tuple)
def of_list(x):
    return 'list', R(x)
@show.register
def _(x: collections.abc.Mapping):
    return 'mapping', R(x)
def told(*what):
    print(*what, R(v), R(o))
v, o = [], Own()
for i in range(3):
    told(show(v), show(o), show({}), show(5.5), show(Pair([v])), show(''.join(['a', 'b'])), show(v), show({1: v}.items()))
told(R(of_list), R(show.registry[list]), show.dispatch(Pair) is of_list, show.dispatch(Own).__name__, R(show.dispatch(int)) > 1)
class Late:
    pass
late = Late()
told(show(late)[0], R(late))
@show.register(Late)
def of_late(x):
    return 'late', R(x)
told(show(late), R(of_late), R(Late) > 3)
collections.abc.Sized.register(Late)
told(show(late)[0], isinstance(late, collections.abc.Sized), len(show.registry))
@show.register(int | str)
def of_union(x):
    return 'union', type(x).__name__
told(show('ab'), show(5), show(True))
for wrong in (lambda: show.register(5), lambda: show(), lambda: show.register(lambda x: x)):
    try:
        wrong()
    except TypeError as error:
        told(type(error).__name__, R(error))
class A:
    @functools.singledispatchmethod
    @classmethod
    def made(cls, x):
        return cls.__name__, R(x)
    @made.register
    @classmethod
    def _(cls, x: list):
        return 'list', R(x), cls.__name__
told(A.made(v), A().made(v), A.made(5.5)[0], A().made({})[1])
