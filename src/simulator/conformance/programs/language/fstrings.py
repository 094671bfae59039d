# f-strings.
name = 'world'
n = 42
x = 3.14159
width, precision = 10, 3
items = ['a', 'b']


class Custom:
    def __format__(self, spec):
        return f'<{spec}>'

    def __repr__(self):
        return 'Custom()'

    def __str__(self):
        return 'a custom'


c = Custom()
print(f'hello {name}!', f'{n}', f'{n:5d}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n:#b}|{n:,}')
print(f'{x:.2f} {x:{width}.{precision}} {x!r:>{width}} {x:e} {n / 100:.1%}')
print(f'{name!r} {name!s:>8} {name!a} {c} {c!r} {c!s} {c:spec} {c:{name}}')
print(f'{n=} {name=!s} {x=:.1f} { n = } {c=} {n + 1=}')
print(f'{{}} {{{n}}} {n}}}' f' joined {n}' ' plain')
print(f'''{
    n
} multi
line {items[0]} {items!r}''')
print(f'{[i * 2 for i in range(3)]} { {"k": 1}["k"] } {(lambda v: v + 1)(1)} {n if n else 0}')
print(f'{"nested " + f"{name} {n:{3 + 3}}"}', f'{items[0]:>{len(items) * 2}}')
print(f'{n:{"+"}{width}}', f'{True} {None} {1j}', f'', f'{"":5}|')
print(f'{name:.3} {name:*^{width}} {ord("a"):c}')
print(rf'raw \n {n}', f'\x41 {n}', F'{n}', fr'{n}\d')
for bad in ('{n:q}', '{name:d}', '{c.missing}', '{undefined}', '{items:5}'):
    try:
        print(eval("f'" + bad + "'"))
    except (ValueError, TypeError, AttributeError, NameError) as error:
        print(type(error).__name__, error)
import sys
big = 'x' * 5
print(sys.getrefcount(f'{n}'), f'{big}' is big, f'{big}' 'y' == 'xxxxxy')
