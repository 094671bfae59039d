# A generator function does not run when it is called: each next() runs it up to its next yield.
def countdown(n):
    print('starting')
    while n > 0:
        yield n
        n -= 1
    print('done')
    return 'liftoff'


numbers = countdown(3)
print('made, nothing printed yet')
print(next(numbers))
print(next(numbers))
for rest in numbers:
    print('loop', rest)

print(next(numbers, 'exhausted'))

again = countdown(1)
next(again)
try:
    next(again)
except StopIteration as stop:
    print('value', stop.value, stop.args)
try:
    next(again)
except StopIteration as stop:
    print('value', stop.value, stop.args)

print(iter(numbers) is numbers)
print(list(countdown(2)), sum(n * n for n in countdown(2)))
print(sorted(x % 3 for x in range(7)))
a, b, *c = (letter for letter in 'hello')
print(a, b, c)


# A generator's frame holds its arguments and what it goes through.
import sys

R = sys.getrefcount


class Item:
    pass


def through(items, extra):
    for item in items:
        print('yields', R(item), R(items), R(extra))
        yield item
    print('over', R(item), R(items))


a, b = Item(), Item()
items = [a, b]
g = through(items, b)
print(R(items), R(a), R(b), R(g))
for item in g:
    print('loop', R(item), R(items), R(g))
print(R(items), R(a), R(b), R(g), R(item))
g = through(items, a)
first, second = g
print(R(first), R(second), R(items), R(a))
g = through(items, a)
next(g)
print(R(items), R(a), R(g.gi_frame), R(g))
del g
print(R(items), R(a), [R(x) for x in through([Item()], a)], R(a))
