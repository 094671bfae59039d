# dis.dis of source strings, of code with long arguments and of raw bytes; caches, offsets and positions where there are.
import dis
import io
import re


def text(x, **options):
    out = io.StringIO()
    dis.dis(x, file=out, **options)
    return re.sub(r' at 0x[0-9a-f]+', ' at 0x', out.getvalue())


print(text(''))
print(text('1 + x'))
print(text('x = 1\ny = [x, 2.5, "é", b"a", (1, 2)]\ndef f(a):\n    return a.b(c=1)\n'))
print(text('try:\n    a()\nexcept* ValueError as e:\n    b(e)\n'))
print(text('é = "ä" + ünder(ß, 1)\n'))
print(text('\n' * 1200 + 'a = b\n'))
print(text('def f():\n  pass\n' * 2, depth=0))
try:
    dis.dis('a b')
except SyntaxError as e:
    print(e)

many = '\n'.join(f'v{i} = {i + 2000}' for i in range(300))
lines = text(many).split('\n')
print(len(lines), *lines[-9:], sep='\n')

body = ''.join(f'        total += values[{i}] * {i + 3000}\n' for i in range(70))
far = f'def far(values, total=0):\n    while total < 10:\n        if values:\n            continue\n{body}    return total\n'
lines = text(far).split('\n')
print(len(lines), *lines[:40], *lines[-30:], sep='\n')

for name in ('show_caches', 'show_offsets', 'show_positions'):
    print('===', name)
    try:
        print(text('x.a + f(y[0], é="ö") if x > 1 else not y', **{name: True}))
    except TypeError as e:
        print(e)
code = compile('for a in b: c(a)', 'f', 'exec')
print(text(code.co_code))
print(text(bytearray(code.co_code[:8])))
dis.disassemble(code, 0)
dis.disco(code, 10)
import sys

R = sys.getrefcount

source = ''.join(['a = [b', ', c]'])
listed = text(source)
print(R(source), R(listed), R(code) > 1)
before = R(code)
text(code)
print(R(code) - before, R(code.co_code), R(code) - before)
