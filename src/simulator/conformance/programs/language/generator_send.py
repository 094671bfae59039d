# send() gives the yield expression a value; the first one must be None.
def averager():
    total = 0
    count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


avg = averager()
try:
    avg.send(10)
except TypeError as error:
    print(error)
print(avg.send(None))
print(avg.send(10))
print(avg.send(20))
try:
    avg.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    avg.send(1)
except StopIteration as stop:
    print('over', stop.value)


def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received


def outer():
    result = yield from echo()
    print('echo returned', result)
    yield 'last'


o = outer()
print(next(o), o.send('a'), o.send('b'), o.send('c'))


# What is sent belongs to the generator's variable, what it yields to the caller.
import sys

R = sys.getrefcount


class Word:
    pass


def keeps():
    last = None
    while True:
        got = yield last
        print('in', R(got), last is None or R(last))
        last = got


w, v = Word(), Word()
k = keeps()
print(k.send(None), R(w), R(k))
print(k.send(w) is w, R(w), k.send(v) is v, R(w), R(v))
answer = k.send(w)
print(answer is w, R(w), R(v))
try:
    keeps().send(w)
except TypeError as error:
    print(error, R(w), R(error))
k.close()
print(R(w), R(v), R(k))
try:
    k.send(w)
except StopIteration as error:
    print(R(w), R(error))


def delegates(inner):
    result = yield from inner
    print(R(result), R(inner))
    yield result


def returns(x):
    y = yield x
    return y


d = delegates(returns(w))
print(next(d) is w, R(w), R(d.gi_yieldfrom))
print(d.send(v) is v, R(v), R(w))
del d, answer
print(R(v), R(w))
