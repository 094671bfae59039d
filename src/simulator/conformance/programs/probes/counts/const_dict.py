# {'k k': 5000}
import sys
d = {'k k': 5000}
print(sys.getrefcount(d['k k']))
