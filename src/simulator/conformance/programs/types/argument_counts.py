# Built-ins called with too few or too many arguments, and with names that they do not take.
import sys


def tell(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Words(str): pass
class Numbered(enumerate): pass


for n in (0, 1, 2, 3, 4):
    print(n, 'arguments')
    for f in (int, str, super, slice, range, bool, iter, sorted, isinstance, 'a'.find, [].insert, {}.pop, {}.get):
        tell(f, *[None] * n)
    for f in (Words, Numbered, enumerate, memoryview, compile, eval):
        if n != 3 or f is not compile: tell(f, *[None] * n)

# Through the class, CPython names the class; through the bound method it does so only where no tuple is made.
tell(lambda: 'a'.find(sub='a'))
tell(getattr('a', 'find'), sub='a')
tell(lambda: {1}.union(other=2))
tell(getattr({1}, 'union'), other=2)
tell(getattr([], 'append'), item=2)
tell(lambda: 'a'.upper(1))
tell(lambda: [].sort(None))
tell(lambda: sorted())

# What is looked at first: the iterable, then the keywords.
tell(sorted, 5, revers=True)
tell(sorted, [2, 1], revers=True)
tell(sorted, [2, 1], reverse=None)
tell(''.splitlines, None)
tell(enumerate, start=2)
tell(enumerate, [5], begin=2)
tell(enumerate, begin=2, iterable=[5])
tell(Numbered, [5], begin=2)
tell(lambda: list(enumerate(start=2, iterable=[5])))
tell(type, 5, name=5)
tell(type, 5, 5)
tell(eval, '1', local={})
tell(lambda: memoryview(object=b'a', other=5))

# What was refused is given up again.
given = [1]
for f in (int, str, slice, range, iter, sorted, 'a'.find, [].insert, {}.pop, enumerate, memoryview):
    tell(f, *[given] * 7)
print(sys.getrefcount(given))
