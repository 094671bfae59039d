a = 1
b = 2.5
c = a + b * 3 - a / 2
d = a // 2 % 3 ** 2
e = -a + ~a - +b
f = a << 2 >> 1 & 3 | 4 ^ 5
g = a @ b
h = not a
print(a, b, c, d, e, f, g, h)
