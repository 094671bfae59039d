# Structures nested 200,000 deep are taken apart without running out of stack; from 50 levels on, some wait their turn.
class Noted:
    log = []

    def __init__(self, name):
        self.name = name

    def __del__(self):
        Noted.log.append(self.name)


class Pair:
    __slots__ = ('first', 'second')

    def __init__(self, first, second):
        self.first = first
        self.second = second


class Link:
    def __init__(self, next, value):
        self.next = next
        self.value = value


def build(depth, wrap):
    inner = None
    for level in range(depth, 0, -1):
        inner = wrap(inner, level)
    return inner


for name, wrap in [
    ('list', lambda inner, level: [Noted(level), inner]),
    ('tuple', lambda inner, level: (inner, Noted(level))),
    ('dict', lambda inner, level: {'inner': inner, 'noted': Noted(level)}),
    ('slots', lambda inner, level: Pair(inner, Noted(level))),
    ('instance', lambda inner, level: Link(inner, Noted(level))),
    ('mixed', lambda inner, level: [(inner,), {'noted': Noted(level)}]),
]:
    for depth in (3, 49, 60, 110):
        structure = build(depth, wrap)
        Noted.log.clear()
        del structure
        log = Noted.log
        print(name, depth, log[:3], log[-3:], sum(a > b for a, b in zip(log, log[1:])))

for name, wrap in [
    ('list', lambda inner, level: [inner]),
    ('tuple', lambda inner, level: (inner,)),
    ('instance', lambda inner, level: Link(inner, None)),
    ('closure', lambda inner, level: lambda: inner),
]:
    deep = build(200_000 if name == 'list' else 20_000, wrap)
    del deep
    print(name, 'is gone')
import sys

R = sys.getrefcount
end = Noted()
for name, wrap in [('list', lambda o: [o]), ('tuple', lambda o: (o,)), ('dict', lambda o: {1: o})]:
    deep = end
    for _ in range(300):
        deep = wrap(deep)
    print(name, R(end), R(deep))
    del deep
    print(R(end))
