# At exit the names of a module whose functions refer to it: the collector finds them all at once.
class N:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n, 'b' in globals(), globals().get('c') is None, 'N' in globals())
_a = N('_a'); b = N('b'); __c = N('__c'); _d = N('_d'); c = N('c'); z = [N('in list')]
def f():
    return b
import sys
class Watched:
    def __del__(self):
        print('watched', counted(self))
counted = sys.getrefcount
watched = Watched()
print(counted(b), counted(z[0]), counted(watched), counted(f()))
print('end')
