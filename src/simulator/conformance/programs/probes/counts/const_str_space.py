# 'hello world!' (not identifier-like)
import sys
x = 'hello world!'
print(sys.getrefcount(x), sys.getrefcount('other text!'))
