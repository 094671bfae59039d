# float, bytes, complex, int, tuple, frozenset subclass
import weakref
for b in (float, bytes, complex, int, tuple, frozenset, str, bytearray, bool.__base__, Exception):
    K = type('K', (b,), {})
    try: weakref.ref(K()); print(b.__name__, '+', end=' ')
    except TypeError: print(b.__name__, '-', end=' ')
print()
