# raise X from e
import sys
try:
    try: 1 / 0
    except ZeroDivisionError as e:
        a = e
        raise ValueError from e
except ValueError as v:
    print(sys.getrefcount(a), sys.getrefcount(v), v.__cause__ is a)
print(sys.getrefcount(a))
