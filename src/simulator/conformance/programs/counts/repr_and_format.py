# What print, str and format hold while they ask.
import sys

R = sys.getrefcount

class A:
    def __repr__(self):
        return f'r{R(self)}'
    def __format__(self, spec):
        return f'f{R(self)}{spec}'
a = A()
print(repr(a), str(a), ascii(a), format(a), format(a, 's'))
print(f'{a}', f'{a!r}', f'{a!s:>4}', '%r' % a, '%s' % (a,), '{0} {0!r}'.format(a), '{x}'.format(x=a))
print([a], (a,), {1: a}, {'k': [a]})
print(A(), repr(A()), [A()], f'{A()}')
