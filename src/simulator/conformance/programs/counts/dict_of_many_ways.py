# A dict made in many ways owns its keys and values once.
import sys

R = sys.getrefcount

class K:
    pass
k, v = K(), []
for i in range(2):
    for d in (
        {k: v}, dict([(k, v)]), dict({k: v}), dict(zip([k], [v])), {**{k: v}}, dict.fromkeys([k], v),
        {a: b for a, b in [(k, v)]}, {k: v}.copy(), {} | {k: v}, dict(x=v), dict({}, x=v), dict(**{'x': v}),
    ):
        print(R(k), R(v), R(d), end='; ')
    print()
del d
print(R(k), R(v))
try:
    dict([(k, v), 5])
except TypeError:
    print(R(k), R(v))
try:
    {k: v, []: v}
except TypeError as e:
    print(R(k), R(v))
try:
    dict.fromkeys([k, []], v)
except TypeError:
    print(R(k), R(v))
