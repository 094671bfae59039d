# How many bytes a bytearray has when the last byte goes, by each way, and when the first come again.
import sys


def clear(x):
    x.clear()


def pop(x):
    while x:
        x.pop()
        sizes.append(sys.getsizeof(x))


def pop_first(x):
    while x:
        x.pop(0)
        sizes.append(sys.getsizeof(x))


def delete(x):
    del x[:]


def delete_first(x):
    while x:
        del x[0]
        sizes.append(sys.getsizeof(x))


def assign(x):
    x[:] = b''


def multiply(x):
    x *= 0


def grow_first(x):
    x += b'abc'
    sizes.append(sys.getsizeof(x))
    del x[1:]
    sizes.append(sys.getsizeof(x))
    del x[:1]


for start in b'', b'a', b'ab', b'abc', b'x' * 20:
    for way in clear, pop, pop_first, delete, delete_first, assign, multiply, grow_first:
        array = bytearray(start)
        sizes = [sys.getsizeof(array)]
        way(array)
        sizes.append(sys.getsizeof(array))
        for byte in b'yz':
            array.append(byte)
            sizes.append(sys.getsizeof(array))
        print(len(start), way.__name__, sizes)
