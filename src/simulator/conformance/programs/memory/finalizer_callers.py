# Who calls a finalizer of a local variable: the frame below, for the second one as for the first.
import sys

class Local:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        caller = sys._getframe(1)
        print(self.name, 'dies in', caller.f_code.co_name, caller.f_lineno)

def work():
    first, second = Local('first'), Local('second')
    both = (Local('third'), Local('fourth'))
    return None

work()
def outer():
    work()
outer()
class Counted(Local):
    def __del__(self):
        print(self.name, sys.getrefcount(self), sys.getrefcount(self.name), sys._getframe(1).f_lineno)

def counts(given, name):
    own, pair = Counted(name), (Counted(name), given)
    print(sys.getrefcount(own), sys.getrefcount(pair), sys.getrefcount(given), sys.getrefcount(name))
    own = given
    return sys.getrefcount(own)

print(counts(Counted('handed over'), ' '.join(['a', 'name'])))
print('end')
