# A class that counts its instances changes with each of them: a call of it is never the fast one for long.
import sys

R = sys.getrefcount

class Counted:
    made = 0

    def __init__(self, x):
        Counted.made += 1
        print(R(self), R(x))

v = []
for i in range(6):
    Counted(v)
print(Counted.made, R(v))
