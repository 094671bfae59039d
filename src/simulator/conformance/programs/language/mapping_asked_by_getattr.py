# What `**` and others ask of an object by name may be answered by __getattr__, in Python, which sees the name.
import sys
import weakref


class Asked:
    def __getattr__(self, name):
        seen.append((name, sys.getrefcount(self), len(name)))
        raise KeyError(name) if self.__dict__ else AttributeError(name)


def f(*a, **k): return a, k


seen = []
for plain in True, False:
    a = Asked()
    if not plain: a.x = 1
    for ask in (
        lambda: f(**a),
        lambda: f(*a),
        lambda: dict(a),
        lambda: {}.update(a),
        lambda: {**a},
        lambda: property(a).__doc__,
        lambda: staticmethod(a),
        lambda: classmethod(a),
        lambda: next(iter(a)),
        lambda: repr(weakref.ref(a))[:8],
        lambda: (lambda: (yield from a))(),
    ):
        try: ask()
        except Exception as e: print(type(e).__name__, end=' ')
        print(sys.getrefcount(a), seen)
        seen.clear()
