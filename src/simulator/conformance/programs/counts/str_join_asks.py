# join and the like hold what they walk through.
import sys

R = sys.getrefcount

class S(str):
    pass
a, b = S('ab'), S('cd')
v = [a, b]
print(S('-').join(v), R(a), R(v))
print(R(','.join([a])), R(str(a)), R(a[:]), R(a + b), R(a * 1))
def parts():
    print(R(a))
    yield a
    print(R(a))
print('x'.join(parts()), R(a))
print(a.replace(b, a), a.startswith((a, b)), R(a), R(b))
print('{} {x}'.format(a, x=b), '%s' % a, '%(k)s' % {'k': a}, R(a), R(b))
print(a.split('b')[0], a.partition('b'), a.strip() == a, R(a))
print('abc'.translate({97: a}), R(a))
