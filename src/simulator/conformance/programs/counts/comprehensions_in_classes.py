# Comprehensions in functions, classes and lambdas, with conditions, walrus and several loops.
import sys

R = sys.getrefcount


class Item:
    pass


a, b = Item(), Item()
items = [a, b]
print([R(x) for x in items if R(x)], {R(x): R(y) for x in items for y in (x,)}, {R(x) for x in items if x is a})
print([(R(x), R(last)) for x in items if (last := x)], R(last), R(a), R(b))
print([[R(y) for y in [x]] for x in items], [R(z) for x in items for y in [x] for z in [y]])


def f(p):
    q = [p]
    return [R(p) for _ in q], [R(x) for x in q], [(lambda: R(x))() for x in q], {R(x): y for x in q for y in [R(q)]}


print(f(a), f(Item()), R(a))


class C:
    own = [R(x) for x in items]
    pairs = {x: R(x) for x in items}
    made = [(lambda y=x: R(y))() for x in items]


print(C.own, list(C.pairs.values()), C.made, R(a), R(b))
fs = [lambda: R(x) for x in items]
print([g() for g in fs], R(a), R(b), R(fs[0]))
del fs
gen = (R(x) for x in items)
print(R(items), next(gen), R(a), R(gen))
del gen
print(R(items), sum(R(x) for x in items), max(items, key=lambda x: R(x)) is a, R(a))
try:
    [R(x) / 0 for x in items]
except ZeroDivisionError as error:
    print(R(error), R(a), R(items))


def nested():
    return [[(R(x), R(y)) for y in items] for x in items if [z for z in items if z is x]]


print(nested(), R(a), R(b))
del last, C
print(R(a), R(b), R(items))
