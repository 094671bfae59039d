# A complex number given for the real or the imaginary part: since 3.14 that warns.
import sys


class Sub(complex): pass


class Made:
    def __complex__(self): return 2 + 3j


z = 1 + 2j
for make in (lambda: complex(0, z), lambda: complex(z, 2), lambda: complex(z, z), lambda: complex(z), lambda: complex(Sub(z), 1),
             lambda: complex(real=z), lambda: complex(imag=z), lambda: complex(1.5, 2), lambda: complex(Made()),
             lambda: complex(1, Sub(z)), lambda: complex(z, 'a'), lambda: complex(True, False)):
    try:
        print(make())
    except TypeError as e:
        print(type(e).__name__, e)
print(complex(z) is z, complex(real=z) is z, sys.getrefcount(z))
