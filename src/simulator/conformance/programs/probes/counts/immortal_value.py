# sys.getrefcount(None)
import sys
n = sys.getrefcount(None)
print(n if n > 10**6 else 'mortal')
