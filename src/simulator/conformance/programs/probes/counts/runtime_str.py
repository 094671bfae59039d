# run-time string
import sys
w = 'ab'
x = w + ' cd'
print(sys.getrefcount(x), sys.getrefcount(w + ' ef'))
