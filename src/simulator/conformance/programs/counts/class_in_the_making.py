# Who holds a class, its name space and its metaclass while the class is made.
from sys import getrefcount

seen = {}


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kwds):
        seen['meta'] = getrefcount(meta)
        names = {'made_by': meta}
        seen['names'] = getrefcount(names)
        return names

    def __new__(meta, name, bases, names, **kwds):
        seen['names in new'] = getrefcount(names)
        cls = super().__new__(meta, name, bases, names)
        seen['class in new'] = getrefcount(cls)
        return cls

    def __init__(cls, name, bases, names, **kwds):
        seen['class in init'] = getrefcount(cls)
        super().__init__(name, bases, names)


class Base:
    def __init_subclass__(cls, marker=None, **kwds):
        seen['in init_subclass'] = getrefcount(cls), getrefcount(marker)
        super().__init_subclass__(**kwds)


class Noted:
    def __set_name__(self, owner, name):
        seen['owner'] = getrefcount(owner)
        seen['noted'] = getrefcount(self)


class First(metaclass=Meta):
    noted = Noted()
    seen['in the body'] = getrefcount(noted)


print(seen)
seen.clear()
mark = object()


class Second(Base, marker=mark):
    noted = Noted()


print(seen)
print(getrefcount(First), getrefcount(Second), getrefcount(mark), getrefcount(Meta))
seen.clear()
third = Meta('Third', (), {'noted': Noted()})
print(seen, getrefcount(third), getrefcount(third.noted))
del third
