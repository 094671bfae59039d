# f'{w}!'
import sys
w = 'ab'
x = f'{w}!'
y = f'{w}'
print(sys.getrefcount(x), y is w)
