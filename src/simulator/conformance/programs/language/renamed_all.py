# What `all` and `any` mean is looked up, also where the compiler writes the loop of a generator expression in line.
import builtins


def every(items):
    return all(item > 1 for item in items)


def some(items):
    return any(item > 1 for item in items)


print(every([1, 2]), some([1, 2]), every([]), some([]))
was = builtins.all, builtins.any
builtins.all, builtins.any = list, lambda found: sum(1 for each in found)
print(every([1, 2]), some([1, 2, 3]))
builtins.all = 3
try:
    every([1, 2])
except TypeError as error:
    print(error)
builtins.all, builtins.any = was
print(every([2, 2]), some([]))


class Late:
    def __del__(self):
        print('late', repr(self.kept()))

    def kept(self):
        for it in ():
            pass


late = Late()
late.me = late
