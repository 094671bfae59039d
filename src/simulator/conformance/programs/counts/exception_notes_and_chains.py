# Notes, causes, contexts, tracebacks and groups hold one another.
import sys
import traceback

R = sys.getrefcount

class Mine(Exception):
    def __init__(self, held):
        super().__init__(held)
        self.held = held

def fail(v):
    raise Mine(v)

def chained(v):
    try:
        fail(v)
    except Mine as first:
        first.add_note(note)
        raise KeyError(v) from first

def suppressed(v):
    try:
        fail(v)
    except Mine:
        raise ValueError(v) from None

def again(v):
    try:
        fail(v)
    except Mine as e:
        e.held = None
        raise

v, note = [], ''.join(['a', ' note'])
for i in range(3):
    for f in (fail, chained, suppressed, again):
        try:
            f(v)
        except Exception as error:
            c = error.__context__
            print(f.__name__, R(error), R(error.__traceback__), R(error.args), R(v), c and R(c), R(note))
            print(len(traceback.format_exception(error)), R(error), R(v), len(traceback.extract_tb(error.__traceback__)), R(v))
            tb = error.__traceback__
            while tb.tb_next:
                tb = tb.tb_next
            print(R(tb), R(tb.tb_frame) > 1, tb.tb_frame.f_locals['v'] is v, R(v))
            kept = error.with_traceback(None)
            print(R(kept), R(v), R(tb))
            del tb, kept, c
    print(R(v), R(note))
e = Mine(v)
e.__cause__ = e.__context__ = other = KeyError(v)
print(R(e), R(other), R(v), e.__suppress_context__)
e.add_note(note)
e.__notes__.append(v)
print(R(note), R(v), R(e.__notes__))
other.__context__ = e
del e
print(R(other), R(other.__context__), R(v))
other.__context__ = None
print(R(other), R(v), R(note))
g = ExceptionGroup('g', [other, ValueError(v)])
m, r = g.split(KeyError)
print(R(g), R(other), R(m), R(r), R(v), R(g.exceptions), R(g.derive([other])), R(other))
print(g.subgroup(lambda x: R(x) > 99), R(g.subgroup(KeyError)), R(g.subgroup(Exception)), R(other))
try:
    try:
        raise g
    except* ValueError as eg:
        print(R(eg), R(eg.exceptions[0]), R(g))
        raise TypeError(v)
except ExceptionGroup as eg:
    print(R(eg), [R(x) for x in eg.exceptions], R(g), R(v))
del g, m, r
print(R(other), R(v))
try:
    raise other from Mine
except KeyError as error:
    print(R(error), R(error.__cause__), R(v))
try:
    raise Mine
except TypeError as error:
    print(R(error), R(Mine) > 0)
