# getrefcount(d['k'])
import sys
d = {'k': []}
print(sys.getrefcount(d['k']))
