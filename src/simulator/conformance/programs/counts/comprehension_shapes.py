# Comprehensions with conditions, several loops, walruses, unpacking, in functions, classes and lambdas; second executions.
import sys

R = sys.getrefcount

class Gate:
    def __init__(self, n):
        self.n = n
    def __bool__(self):
        seen.append(R(self))
        return self.n > 0
    def __iter__(self):
        seen.append(('iter', R(self)))
        return iter([self] * self.n)

def shapes(a, b, warm):
    for i in range(warm):
        seen.clear()
        one = [(R(x), R(y)) for x in a if x for y in (x, b) if y]
        two = {R(k): R(w) for k, w in zip([a, a], [b, b]) if (m := k)}
        three = {R(x) for x in [a, b]} | {R(y) for x in [[a]] for y in x}
        four = [[R(y) for y in (x, a)] for x in [a, b]]
        five = [*(R(x) for x in a if x), *[R(z) for z, *r in [(a, b), (b, a, a)]]]
        six = [R(f()) for f in [lambda: a, lambda b=b: b]]
        seven = list(map(lambda x: [R(y) for y in (x,)], [a, b]))
        eight = [R(q := x) for x in (a, b)], R(q)
    return one, two, three, four, five, six, seven, eight, R(m), tuple(seen), R(a), R(b)

class Body:
    a = Gate(1)
    held = [R(x) for x in a]
    counted = R(a), [R(x) for x in (a, a) if x]
    made = {k: R(w) for k, w in {'k': a}.items()}

def fails(a, warm):
    for i in range(warm):
        x = []
        try:
            [x for x in a for y in (1, 0) if 1 / y]
        except ZeroDivisionError as error:
            seen[:] = R(error), R(x), R(a)
    return tuple(seen)

def escaping(a):
    inner = [(lambda: x) for x in a]
    return [R(f()) for f in inner], R(inner), [R(f.__closure__[0].cell_contents) for f in inner]

seen = []
a, b = Gate(2), Gate(0)
first, again, warm = shapes(a, b, 1), shapes(a, b, 2), shapes(a, b, 30)
for x, y, z in zip(first, again, warm):
    print(x, y if x != y else '', z if y != z else '')
print(Body.held, Body.counted, Body.made, R(Body.a))
print(fails(a, 1), fails(a, 30), R(a), escaping(a), R(a), R(b))
x = [R(x) for x in [a, b]], [R(y) for y in a for x in [y]]
print(x, R(a), R(b))
async def each(*items):
    for item in items:
        yield item
async def collected():
    return [R(x) async for x in each(a, b)], {R(x): R(y) async for x in each(a) for y in [x]}, [R(await one(x)) for x in (a, b)]
async def one(x):
    return x
try:
    collected().send(None)
except StopIteration as stop:
    print(stop.value, R(a), R(b))
