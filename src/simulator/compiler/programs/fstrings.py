a = f''
b = f'x'
c = f'{a}'
d = f'{a}{b}'
e = f'x{a}y{b}z'
f = f'{a!r}'
g = f'{a!s}{b!a}'
h = f'{a:>10}'
i = f'{a:{b}}'
j = f'{a!r:{b}.{c}}'
k = f'{a=}'
l = f'{a=!r:>5}'
m = f'{a + b}'
n = f'{f"{a}"}'
o = f'{{}}'
p = f'a' 'b' f'{c}'
q = 'a' f'{b}' 'c'
r = f'{a()}{b[0]}{c.d}'
s = f"{'x' if a else 'y'}"
t = f'{a:}'
u = (f'{a}'
     f'{b}')
v = f"""{a}
{b}"""
