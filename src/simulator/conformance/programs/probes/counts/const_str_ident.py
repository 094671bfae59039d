# 'hello_abc' (identifier-like, interned)
import sys
x = 'hello_abc'
print(sys.getrefcount(x), sys.getrefcount('xyzzy_q'))
