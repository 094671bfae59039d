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
