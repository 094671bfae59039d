# One subscript meets classes, lists, tuples and dicts.
import sys

R = sys.getrefcount

class A:
    def __getitem__(self, i):
        return 'A', R(self), R(i)
class B:
    def __getitem__(self, i):
        return 'B', R(self), R(i)

def get(o, i):
    return o[i]

k = (1, 2)
for i in range(3):
    print(get(A(), k), get(B(), k), get({k: 'dict'}, k))
for i in range(3):
    get([1, 2], 1), get((1, 2), 1), get('ab', 1)
for i in range(56):
    get(B(), k)
print(get(A(), k), get(B(), k))
