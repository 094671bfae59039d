# What a mapping that is none says where it is unpacked, and what it leaves behind.
import sys

R = sys.getrefcount


def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class B:
    __bool__ = None
t(lambda: bool(B()))
t(lambda: not B())
class L:
    __len__ = None
t(lambda: bool(L()))
t(lambda: len(L()))
def f(**k): return k
class M1:
    def keys(self): return 5
    def __getitem__(self, k): return 1
class M2:
    keys = 5
    def __getitem__(self, k): return 1
class M3:
    def keys(self): raise ValueError('keys')
    def __getitem__(self, k): return 1
class M4:
    def keys(self): return ['a', 'a']
    def __getitem__(self, k): return 1
class M5:
    def keys(self): return ['a', 5]
    def __getitem__(self, k): return 1
class M6:
    def keys(self): return ['a']
    def __getitem__(self, k): raise KeyError(k)
class M7:
    def keys(self): return ['a']
class M8:
    def keys(self): raise AttributeError('keys')
    def __getitem__(self, k): return 1
class M9:
    def keys(self): raise TypeError('keys')
for M in M1, M2, M3, M4, M5, M6, M7, M8, M9, int, list:
    print(M.__name__)
    t(lambda: f(**M()))
    t(lambda: f(a=1, **M()))
    t(lambda: {**M()})
    t(lambda: dict(M()))
    t(lambda: {}.update(M()))
    t(lambda: dict(**M()))
    t(lambda: print(**M()))


class Counted:
    def __init__(self, key):
        self.key = key

    def keys(self):
        print('keys', R(self), R(self.key))
        return [self.key]

    def __getitem__(self, key):
        print('item', R(key), R(self))
        return value


value, counted = [], Counted(''.join(['a', 'b']))
t(lambda: f(**counted))
t(lambda: {**counted})
t(lambda: dict(counted))
t(lambda: f(ab=1, **counted))
counted.key = value
t(lambda: f(**counted))
t(lambda: {**counted})
print(R(value), R(counted), R(counted.keys()))
truth = B()
t(lambda: not truth)
print(R(truth))
