# An annotation may name what does not exist yet only where annotations are lazy.
try:
    def f(x: Undefined):
        return x
    print('defined')
    try:
        f.__annotations__
    except NameError as error:
        print('lazy', error)
    Undefined = int
    print(f.__annotations__)
except NameError as error:
    print('eager', error)

try:
    class C:
        a: Missing
        b: int
    print('class made')
except NameError as error:
    print('eager', error)
else:
    try:
        C.__annotations__
    except NameError as error:
        print(error)
    Missing = str
    print(C.__annotations__)
    print(C.__annotate__(1), f.__annotate__.__name__)
    try:
        C.__annotate__(2)
    except NotImplementedError as error:
        print(repr(error))
    print([k for k in vars(C) if 'annot' in k])

import sys

R = sys.getrefcount


class Kind:
    pass


kind = Kind()


def counted(x: kind, y: [kind]):
    return R(x)


print(R(kind) - R(Kind()), counted(kind, 1))
first = counted.__annotations__
print(R(kind) - R(Kind()), R(first), R(first['y']))
del counted, first
print(R(kind) - R(Kind()))
