# The type codes of floats of half precision and of complex numbers, where there are any.
import array

if 'Zd' in array.typecodes:
    for code in ('e', 'Zf', 'Zd'):
        a = array.array(code)
        for value in (1, 1.5, 1 + 2j, 'x', None, 1e300, 65520.0, 65519.9, 2 ** 2000, 0.1, 1e-8, -0.0, 6e-5, 3j):
            try:
                a.append(value)
            except Exception as e:
                print(code, type(e).__name__ + ':', e)
        print(a, a.itemsize, a.tobytes().hex())
        a.byteswap()
        print(a.tobytes().hex())
        a.byteswap()
        a.reverse()
        print(a, a == a[:], a[:1] == array.array('d', [0.0]), a.__sizeof__())
else:
    print('none of them')
import sys

R = sys.getrefcount

from array import array

values = [1, 0, 3]
for code in 'bBhHiIlLqQfd':
    a = array(code, values)
    print(code, R(a), R(a[1:]), R(a * 2), R(values), R(memoryview(a).tolist() if code == 'B' else a.tolist()), R(a))
