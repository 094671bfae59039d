# t-strings (3.14); before, a SyntaxError.
source = r'''
name = 'world'
n = 3.14159
t = t'hello {name!r}, {n:.{2}f}!'
print(type(t).__name__, t.strings, t.values)
for part in t:
    print(type(part).__name__, part if isinstance(part, str) else (part.value, part.expression, part.conversion, part.format_spec))
print(t.interpolations[0])
print(repr(t))
print(t'' .strings, t'{n}'.strings, list(t'{n}'), t'{n=}'.strings)
both = t'a {n}' + t'{name} b'
print(both.strings, both.values)
try:
    t'a' + 'b'
except TypeError as error:
    print(error)
try:
    'a' + t'b'
except TypeError as error:
    print(error)

def upper(template):
    out = []
    for part in template:
        out.append(part if isinstance(part, str) else str(part.value).upper())
    return ''.join(out)

print(upper(t'say {name} and {1 + 1}'))
def lazy():
    yield t'{name}'
print(next(lazy()).values, t'{name}' == t'{name}')
i = t'{name!s:>10}'.interpolations[0]
match i:
    case type(value=v, expression=e):
        print('no')
    case _:
        print(i.value, i.expression, i.conversion, i.format_spec)
'''
try:
    exec(source)
except SyntaxError as error:
    print('SyntaxError')

import sys

counted = r'''
R = sys.getrefcount
class Value:
    def __repr__(self):
        return f'<{R(self)}>'
v, spec = Value(), ''.join(['>', '8'])
t = t'{v} and {v!r:{spec}} end'
print(R(t), R(v), R(spec), R(t.interpolations), R(t.values), R(v), R(t.interpolations[1].format_spec))
for part in t:
    print(R(part), R(v))
i = t.interpolations[0]
print(R(i), R(i.value), R(t), f'{i.value}', R(v))
both = t + t
print(R(v), R(both), R(both.interpolations), R(i), R(t))
it = iter(t)
print(R(t), R(it), next(it) is i, R(i))
del it, t, both, part
print(R(i), R(v))
del i
print(R(v), R(spec))
def inside(x):
    y = t'{x}{x}'
    return R(x), R(y), R(y.values)
print(inside(v), inside(Value()), R(v))
'''
try:
    exec(counted)
except SyntaxError as error:
    print('SyntaxError', sys.getrefcount(error), sys.getrefcount(counted))
print(sys.getrefcount(counted))
