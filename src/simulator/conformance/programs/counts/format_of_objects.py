# format_map, nested fields and conversions: whose methods run, and what is held.
import sys

R = sys.getrefcount


class Shown:
    def __init__(self, inner=None):
        self.inner = inner

    def __format__(self, spec):
        return f'<{R(self)}:{spec}>'

    def __str__(self):
        return f's{R(self)}'

    def __repr__(self):
        return f'r{R(self)}'

    def __getitem__(self, key):
        return R(self), key


class Missing(dict):
    def __missing__(self, key):
        return f'{key}{R(self)}'


s = Shown()
outer = Shown(s)
print('{}'.format(s), '{0} {0!r} {0!s:>5}'.format(s), '{x.inner}'.format(x=outer), '{0.inner[k]}'.format(outer), '{:{}}'.format(s, 'ab'))
print('{a} {b}'.format_map(Missing(b=s)), '{s}'.format_map({'s': s}), '{s.inner:z}'.format(s=outer), R(s), R(outer))
print(f'{s}', f'{s!r:>4}', f'{s:{"x" * 2}}', f'{s=}', f'{outer.inner}', f'{[s]} {(s,)}', f'{Shown()}', f'{Shown()!s}')
print('%s %r' % (s, s), '%(k)s' % {'k': s}, '%s' % Shown(), '%a' % (s,), '%5s' % s)
print(str(s), repr([s, s]), ascii((s,)), format(s, 'f'), str({1: s}), ' '.join(map(str, [s, s])))


def f(x):
    return f'{x} {x!r}', '{}'.format(x), '%s' % x, str(x), repr(x), format(x)


print(f(s), f(Shown()), R(s))
for wrong in (lambda: '{}'.format(), lambda: '{x}'.format(s), lambda: '{0.no}'.format(s), lambda: '%d' % s, lambda: '%s %s' % (s,),
              lambda: format(s, 5), lambda: f'{s:{s.no}}', lambda: '{!z}'.format(s)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, R(error), R(s))
print(R(s), R(outer))
