# How much room an array takes: more than it needs when it grows.
from array import array
import sys
import weakref

for code in 'bhidq':
    a = array(code)
    sizes = [a.__sizeof__()]
    for i in range(40):
        a.append(i)
        if a.__sizeof__() != sizes[-1]:
            sizes.append(a.__sizeof__())
    while a:
        a.pop()
        if a.__sizeof__() != sizes[-1]:
            sizes.append(a.__sizeof__())
    print(code, sizes, sys.getsizeof(a))
a = array('i', range(20))
print(a.__sizeof__(), array('i', list(range(20))).__sizeof__(), array('i', bytes(80)).__sizeof__(), a[:].__sizeof__())
a.extend(a)
print(a.__sizeof__())
a += a
print(a.__sizeof__())
a *= 2
print(a.__sizeof__())
del a[100:]
print(a.__sizeof__())
del a[2:]
print(a.__sizeof__())
a[1:1] = a
print(a.__sizeof__(), (a + a).__sizeof__(), (a * 3).__sizeof__(), a[::2].__sizeof__())
a.fromlist([1, 2, 3])
print(a.__sizeof__())
a.frombytes(bytes(400))
print(a.__sizeof__())
a *= 0
print(a.__sizeof__())


class Sub(array):
    pass


class Slots(array):
    __slots__ = 'x',


print(sys.getsizeof(Slots('i', [1])) - sys.getsizeof(array('i', [1])))
a = array('d', [1.5])
r = weakref.ref(a, lambda r: print('gone'))
print(r() is a)
del a
print(r())
x = 123456789
before = sys.getrefcount(x)
a = array('q', [x, x, x])
print('an array holds no objects:', sys.getrefcount(x) - before, a[0] is a[0])
before = sys.getrefcount(array)
many = [array('i') for _ in range(10)]
print('each holds its type:', sys.getrefcount(array) - before)
before = sys.getrefcount(a)
i = iter(a)
print('an iterator holds its array:', sys.getrefcount(a) - before)
list(i)
print('until it is used up:', sys.getrefcount(a) - before)
