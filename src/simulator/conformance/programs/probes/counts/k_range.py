# for i in range(5000, 5002)
import sys
for i in range(5000, 5002): print(sys.getrefcount(i), end=' ')
def f():
    for i in range(5000, 5002): print(sys.getrefcount(i), end=' ')
f(); print()
