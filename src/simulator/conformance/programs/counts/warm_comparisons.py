# Comparisons and membership, the first time and the thirtieth.
import sys

R = sys.getrefcount

class C:
    def __eq__(self, other):
        seen.append((R(self), R(other)))
        return False
    def __lt__(self, other):
        seen.append((R(self), R(other)))
        return NotImplemented
    def __gt__(self, other):
        seen.append(('gt', R(self), R(other)))
        return self
    def __hash__(self):
        return 7
    def __bool__(self):
        seen.append(R(self))
        return True
    def __contains__(self, other):
        seen.append((R(self), R(other)))
        return []

def compare(a, b, warm):
    for i in range(warm):
        seen.clear()
        a == b
        a != b
        if a > b:
            pass
        try:
            a < b
        except TypeError:
            seen.append('TypeError')
        if a == b:
            pass
    return tuple(seen)

def inside(a, b, warm):
    for i in range(warm):
        seen.clear()
        found = a in b, a not in b
    return found, tuple(seen)

seen = []
a, b, v = C(), C(), []
print(compare(a, b, 1), compare(a, b, 30))
print(compare(a, v, 30), compare(v, a, 30), R(a), R(b), R(v))
for where in ([b, v], (b, v), {b: v}, {b}, b, {b: v}.values(), {b: v}.items(), iter([b])):
    print(inside(a, where, 1), inside(a, where, 30), R(a), R(b), R(v))
for x, y in ((1.5, 2.5), ('ab', 'ac'), (10**20, 10**21), (v, v)):
    for i in range(20):
        got = x == y, x != y, x is y
    print(got, R(v))
if a and not b or a:
    print(seen[-3:])
while a < C() if seen.clear() else C():
    print(seen)
    break
