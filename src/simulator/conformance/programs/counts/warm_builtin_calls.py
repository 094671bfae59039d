# Built-in functions and methods called in warm code, whose arguments are where the caller left them.
import sys

R = sys.getrefcount

class T:
    def __len__(self):
        return R(self)
    def __iter__(self):
        seen.append(R(self))
        return iter(())
    def __str__(self):
        seen.append(R(self))
        return 'T'
    def __index__(self):
        seen.append(R(self))
        return 0
    def __hash__(self):
        seen.append(R(self))
        return 0
    def __instancecheck__(self, o):
        seen.append((R(self), R(o)))
        return False
    def __length_hint__(self):
        seen.append(('hint', R(self)))
        return 0
    def __round__(self, n=None):
        seen.append((R(self), n is None or R(n)))
        return 0
    def __dir__(self):
        seen.append(R(self))
        return []

def warm(times, t, l, d):
    for i in range(times):
        seen.clear()
        len(t), str(t), tuple(t), list(t), hash(t), isinstance(l, t), type(t)
        l.append(t), l.pop(t), l.insert(t, t), l.index(t), l.count(t), l.remove(t), l.extend(t)
        d.get(t), d.setdefault(t, l), d.pop(t), d.update(k=t), d.pop('k')
        '{}'.format(t), 'ab'.startswith('a', t), ''.join(t), round(t), round(t, l), dir(t), set(t), sorted(t)
    return len(t), R(t), R(l), R(d), tuple(seen)

seen, t, l, d = [], T(), [], {}
print(warm(1, t, l, d))
print(warm(30, t, l, d))
for i in range(20):
    seen.clear()
    len(t), str(t), tuple(t), list(t), hash(t), isinstance(l, t)
    len(T()), str(T()), tuple(T()), isinstance([], T()), l.append(T()), l.pop(T())
print(seen, R(t), R(l), R(d))
