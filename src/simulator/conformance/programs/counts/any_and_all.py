# any and all let each item go.
import sys

R = sys.getrefcount

class T:
    def __bool__(self):
        print(R(self))
        return True
a, b = T(), T()
print(any([a, b]), all((a, b)))
print(any(x for x in (a, b)), all(x for x in [a, b]))
print(R(a), any([T(), a]), all(iter([T(), T()])))
