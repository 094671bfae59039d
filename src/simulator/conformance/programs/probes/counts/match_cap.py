# match x: case [a, b]
import sys
x = [[], []]
match x:
    case [p, q]:
        print(sys.getrefcount(p), sys.getrefcount(x))
