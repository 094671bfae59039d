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
