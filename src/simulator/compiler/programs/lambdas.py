f = lambda: 0
g = lambda x: x + 1
h = lambda x, y=2, *a, z=3, **k: (x, y, a, z, k)
i = lambda: (yield)
j = lambda x: lambda y: x + y
k = sorted([1, 2], key=lambda v: -v)
l = [lambda: 1, lambda: 2]
m = lambda: None
