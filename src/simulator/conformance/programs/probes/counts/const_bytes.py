# b'abc def'
import sys
x = b'abc def'
print(sys.getrefcount(x))
