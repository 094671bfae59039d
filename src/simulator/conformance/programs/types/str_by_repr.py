# object.__str__ asks __repr__, and what is no str is blamed on __str__.
from sys import getrefcount


class A:
    def __repr__(self): return 5
def tried(do):
    try: print(do())
    except TypeError as e: print(e)
tried(lambda: str(A()))
tried(lambda: repr(A()))
tried(lambda: f'{A()}')
tried(lambda: print(A()))
tried(lambda: '%s' % A())
tried(lambda: print([A()]))
tried(lambda: object.__str__(A()))
tried(lambda: A().__str__())
class B(A):
    def __str__(self): return super().__str__()
tried(lambda: print(B()))
tried(lambda: ascii(A()))
tried(lambda: format(A(), ''))
tried(lambda: format(A()))
tried(lambda: A().__format__(''))
tried(lambda: str(ValueError(A())))


class Kept:
    def __repr__(self): return kept


kept = object()
for ask in str, repr, ascii, format, '{}'.format, '%s'.__mod__:
    try: ask(Kept())
    except TypeError as e: print(type(e).__name__, getrefcount(kept))
