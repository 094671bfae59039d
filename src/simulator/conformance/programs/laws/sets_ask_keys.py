# How often a key is held while a set or a frozenset compares it, and what other methods of built-in types ask and say.
import sys
import types


class Key:
    def __init__(self, n): self.n = n

    def __hash__(self):
        print('hash', sys.getrefcount(self), end=' ')
        return 5

    def __eq__(self, other):
        print('eq', sys.getrefcount(self), sys.getrefcount(other), end=' ')
        return self.n == other.n


class Asked:
    def __gt__(self, other): return f'gt {type(other).__name__}'


a, b, c = Key(1), Key(1), Key(2)
for kind in set, frozenset:
    s = kind([a])
    for action in (
        lambda: b in s, lambda: c in s, lambda: s == kind([b]), lambda: s <= kind([b]), lambda: s | kind([b]),
        lambda: s & kind([b]), lambda: s - kind([b]), lambda: s ^ kind([b]), lambda: s.symmetric_difference([b]),
        lambda: s.difference([b]), lambda: s.intersection([b]), lambda: s.union([b, c]), lambda: s.isdisjoint([b]),
        lambda: s.issubset([b]), lambda: s.issuperset([b]), lambda: kind([a, b, c]), lambda: {1: 2, a: 3}.keys() & s,
        lambda: s.union(*[[b], [c]]), lambda: s.difference(*[[b]]),
    ):
        r = action()
        print(len(r) if isinstance(r, (set, frozenset)) else r)
proxy = types.MappingProxyType({1: 2})
for action in (
    lambda: proxy < Asked(), lambda: proxy == {1: 2}, lambda: proxy != proxy, lambda: proxy < {}, lambda: proxy <= proxy,
    lambda: {} < proxy, lambda: iter([1]).__setstate__('a'), lambda: types.SimpleNamespace({1: 2}),
    lambda: property(len).__set__([], 1), lambda: property(None).__set__([], 1), lambda: list[[int]],
):
    try:
        print(action())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
