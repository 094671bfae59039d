# err = ValueError(); raise err
import sys
err = ValueError('x')
print(sys.getrefcount(err), end=' ')
try:
    raise err
except ValueError as e:
    print(sys.getrefcount(err), end=' ')
print(sys.getrefcount(err))
