# A slice holds its three parts; most subscripts make none that lasts.
import sys

R = sys.getrefcount

class I:
    def __index__(self):
        print('index', R(self))
        return 1
class A:
    def __getitem__(self, s):
        print(R(s), R(s.start), R(s.stop))
        return s
i, v = I(), [[], [], []]
print(len(v[i:]), R(i))
s = slice(i, i, i)
print(R(i), R(s), s.indices(3), R(i))
print(R(A()[i:i]), R(i))
v[i:] = v
print(R(i), len(v))
v[i::i] = v[i::i]
print(R(i), len(v))
