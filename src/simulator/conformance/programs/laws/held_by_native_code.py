# What native code owns while it asks the program: the name of an attribute, an index it has made.
import sys


class Odd:
    def __getattr__(self, name):
        print('asked for', name)
        raise KeyError(name)


odd = Odd()
for ask in (lambda: isinstance(1.5, odd), lambda: issubclass(odd, odd), lambda: issubclass(odd, int)):
    try:
        ask()
    except Exception as error:
        print(type(error).__name__, error)


class Numbered:
    def __getitem__(self, index):
        if index > 1102:
            raise IndexError(index)
        if index > 1098:
            print(index, sys.getrefcount(index))
        return index

    def __setitem__(self, index, value):
        print('set', index, sys.getrefcount(index))


numbers = Numbered()
print(sum(numbers))
print(1101 in numbers)
first, *rest = numbers
print(len(rest))
numbers[2000] = 1
