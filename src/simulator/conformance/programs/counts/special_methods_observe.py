import sys
R = sys.getrefcount
class A:
    def __repr__(self): return f'{R(self)}'
    def __str__(self): return f'{R(self)}'
    def __format__(self, s): return f'{R(self)}'
    def __hash__(self): print('h', R(self)); return 1
    def __iter__(self): print('i', R(self)); return iter([1])
    def __lt__(self, o): print('lt', R(self), R(o)); return False
    def __index__(self): print('x', R(self)); return 0
a = A(); b = A()
for i in range(2):
    print(a, repr(a), str(a), f'{a}', f'{a!r}', '%s' % a, '{}'.format(a), [a]); hash(a); list(a); a < b; [1][a]; {a: 1}; {a}; sorted([a, b]); max(a, b)
