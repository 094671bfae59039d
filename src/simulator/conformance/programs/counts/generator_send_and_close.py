# Values sent, yielded, thrown and returned pass through a generator's frame.
import sys

R = sys.getrefcount

def g(a):
    try:
        while True:
            got = yield R(a)
            print('got', R(got), R(a))
            del got
    except KeyError as e:
        print('key', R(e), R(a))
        yield e.args
    finally:
        print('finally', R(a))
    return a
v, w = [], []
for i in range(2):
    it = g(v)
    print(next(it), R(v), R(it))
    print(it.send(w), R(w), it.send([]), R(v))
    print(R(it.throw(KeyError(w))), R(w))
    try:
        next(it)
    except StopIteration as e:
        print(R(e.value), e.value is v, R(it))
    print(R(v), R(w))
it = g(v)
it.close()
print(R(v))
it = g(w); next(it)
it.close()
print(R(w), R(it))
it = g(w); next(it)
del it
print(R(w))
