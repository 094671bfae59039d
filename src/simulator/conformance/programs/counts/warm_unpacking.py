# Unpacking into names, attributes and items, warm: pairs, tuples, lists and what only iterates.
import sys

R = sys.getrefcount

class Box:
    def __init__(self):
        self.a = self.b = None
    def __setitem__(self, k, v):
        self.seen = R(self), R(k) > 9 or R(k), R(v)

class Pair:
    def __init__(self, *items):
        self.items = items
    def __iter__(self):
        return iter(self.items)

def two(x, warm):
    for i in range(warm):
        a, b = x
    return R(a), R(b), R(x)

def three(x, warm):
    for i in range(warm):
        a, *b, c = x
    return R(a), R(b), R(b[0]), R(c), R(x)

def deep(x, box, warm):
    for i in range(warm):
        (a, [box.a, *rest]), box[a] = x
    return R(a), R(rest), R(box.a), box.seen, R(x)

def swap(a, b, warm):
    for i in range(warm):
        a, b = b, a
        a, b, c = b, a, b
    return R(a), R(b), R(c)

v, w, box = [], {}, Box()
for x in ((v, w), [v, w], {'v': v, 'w': w}.values(), Pair(v, w), Pair(v, v)):
    print(two(x, 1), two(x, 30), R(v), R(w), R(x))
for x in ((v, w, v), [v, w, v, v], Pair(v, v, w)):
    print(three(x, 1), three(x, 30), R(v), R(w), R(x))
print(deep(((v, [w, v]), w), box, 1), deep(([v, (w, v)], w), box, 30), R(v), R(w))
print(swap(v, w, 1), swap(v, w, 30), R(v), R(w))
for i in range(20):
    box.a, box.b = v, w
    v, w = w, v
    box.a, v, w = w, *[w, v][::-1]
print(R(v), R(w), R(box.a), R(box))
for a, (b, *c) in [(v, (w, v, v)), (w, [v])]:
    print(R(a), R(b), R(c), R(v), R(w))
for box.a, box['k'] in [(v, w)] * 2:
    print(R(v), R(w), box.seen)
