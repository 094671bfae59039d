# Special methods called by name with the wrong number of arguments: each wrapper counts in its own words.
import sys


def tell(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, repr(str(e)))


class C:
    @property
    def p(self): return 1


c = C()
for n in (0, 3):
    print(n, 'arguments')
    for f in ((5).__add__, (5).__radd__, (5).__neg__, (5).__bool__, (5).__hash__, (5).__lt__, (5).__index__):
        tell(f, *[5] * n)
    for f in ([1].__mul__, [1].__setitem__, [1].__delitem__, [1].__len__, [1].__contains__, {}.__setitem__):
        tell(f, *[5] * n)
    for f in (c.__setattr__, c.__delattr__, c.__getattribute__, C.p.__set__, C.p.__get__, C.p.__delete__, iter([]).__next__):
        tell(f, *['p'] * n)
    for f in ((5).__pow__, (5).__rpow__):
        tell(f, *[5] * n)
tell((5).__add__, other=5)
tell(int.__add__)
tell(int.__add__, 'a', 5)
tell(int.__round__, 5, None)
print(round(5, None), round(5.5, None))

# What was refused is given up again.
given = [1]
for f in ((5).__add__, [1].__setitem__, c.__setattr__, (5).__pow__, iter([]).__next__):
    tell(f, given, given, given, given)
print(sys.getrefcount(given))
