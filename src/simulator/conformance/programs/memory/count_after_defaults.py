# Giving a function other defaults, another code or another qualified name: 3.15 makes an empty list.
import gc


def told(change):
    func = lambda it=1: it
    gc.collect()
    before = gc.get_count()[0]
    change(func)
    change(func)
    return gc.get_count()[0] - before


def defaults(func):
    func.__defaults__ = None


def keywords(func):
    func.__kwdefaults__ = None


def code(func):
    func.__code__ = func.__code__


def qualname(func):
    func.__qualname__ = 'another'


def name(func):
    func.__name__ = 'another'


def doc(func):
    func.__doc__ = 'text'


def gone(func):
    del func.__defaults__


for change in defaults, keywords, code, qualname, name, doc, gone:
    print(change.__name__, told(change))
