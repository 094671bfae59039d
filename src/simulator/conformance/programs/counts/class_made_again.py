# The same lines make another class each time.
import sys

R = sys.getrefcount

def work(x):
    class Local:
        def __init__(self, x):
            print('init', R(self), R(x))
        @property
        def seen(self):
            return R(self)
    print(Local(x).seen, Local(x).seen, R(Local))

v = []
for i in range(4):
    work(v)
print(R(v))
