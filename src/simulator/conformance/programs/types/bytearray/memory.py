# Blocks of memory: what a bytearray takes, gives back, and what is used again.
import sys
import tracemalloc


def measure(act):
    before = sys.getallocatedblocks()
    kept = act()
    return sys.getallocatedblocks() - before


def nothing():
    return None


def appended():
    b = bytearray()
    b.append(1)
    return b


def large():
    return bytearray(1000)


def emptied():
    b = bytearray(b'abc')
    b.clear()
    return b


def popped():
    b = bytearray(b'abc')
    b.pop(0)
    b.pop()
    return b


def viewed():
    return memoryview(bytearray(b'abc'))


def viewed_bytes():
    return memoryview(b'abc')


def viewed_twice():
    m = memoryview(bytearray(b'abc'))
    return m, m[1:]


def released():
    m = memoryview(bytearray(b'abc'))
    m.release()
    return m


def iterated():
    return iter(bytearray(b'abc'))


def split():
    return bytearray(b'a b c').split()


def empty():
    return bytearray()


tests = (nothing, empty, appended, large, emptied, popped, viewed, viewed_bytes, viewed_twice, released, iterated, split)
counts = [[measure(test) for test in tests] for _ in range(3)][-1]
print([n - counts[0] for n in counts])
b = bytearray(100)
where = id(b)
del b
c = bytearray(100)
print(id(c) == where)
m = memoryview(c)
m2 = m[2:]
where = id(m2)
del m2
m3 = m[3:]
print(id(m3) == where)


def traced(act):
    tracemalloc.clear_traces()
    kept = act()
    return tracemalloc.get_traced_memory()[0]


def grown():
    b = bytearray(1000)
    b.extend(bytes(1000))
    return b


def cut():
    b = grown()
    del b[100:]
    return b


def cut_first():
    b = grown()
    del b[:100]
    return b


def cut_and_grown():
    b = cut_first()
    b.extend(bytes(200))
    return b


def doubled():
    b = bytearray(10)
    b *= 100
    return b


tests = (nothing, empty, appended, large, emptied, popped, viewed, viewed_bytes, viewed_twice, released, iterated, grown, cut, cut_first, cut_and_grown, doubled)
tracemalloc.start()
sizes = [[traced(test) for test in tests] for _ in range(3)][-1]
tracemalloc.stop()
print([n - sizes[0] for n in sizes])

R = sys.getrefcount
array = bytearray(64)
view = memoryview(array)
print(R(array), R(view))
half = view[:32]
print(R(array), R(view), R(half), half.obj is array, R(array))
try:
    array.append(1)
except BufferError as error:
    print(R(error), R(array))
view.release()
print(R(array), R(half))
del half
array.append(1)
print(R(array), len(array))
