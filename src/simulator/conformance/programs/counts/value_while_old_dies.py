# What the finalizer of a replaced object sees of the object that takes its place.
import sys


class Old:
    def __init__(self, watched):
        self.watched = watched

    def __del__(self):
        print(sys.getrefcount(self.watched))


class Box:
    pass


new = ['new']
print(sys.getrefcount(new))
a = Old(new)
a = new
a = None
box = Box()
box.slot = Old(new)
box.slot = new
box.slot = None
items = [Old(new), Old(new)]
items[0] = new
items[:] = [new]
items[:] = new
items = None
table = {'k': Old(new)}
table['k'] = new
table = None


def inside():
    global b
    fresh = ['fresh']
    b = Old(fresh)
    b = fresh
    b = None
    local = Old(fresh)
    local = fresh
    cell = Old(fresh)

    def inner():
        nonlocal cell
        cell = fresh

    inner()
    slot = [Old(fresh)]
    slot[0:1] = [fresh]
    slot[0] = Old(fresh)
    slot[0:1] = fresh
    return sys.getrefcount(fresh)


print(inside())
print(sys.getrefcount(new))
