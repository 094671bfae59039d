a, b, c = 1, 2, 3
x = a < b
y = a < b < c
z = a == b != c <= a >= b > c
u = a is b
v = a is not None
w = a in (b, c)
t = a not in [1, 2, 3]
s = a in {1, 2, 3}
r = not a in b
q = not a is b
p = a in [b, c]
