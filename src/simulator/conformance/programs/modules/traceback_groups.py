# Groups and chains as text: how much of them, how deep, and what a TracebackException keeps.
import traceback, sys
def f(n):
    if n: f(n - 1)
    raise ValueError(n)
def group(k, depth=0):
    found = []
    for i in range(k):
        try: f(2)
        except ValueError as e: found.append(e)
    if depth:
        try: group(2, depth - 1)
        except BaseExceptionGroup as e: found.append(e)
    raise ExceptionGroup(f'g{depth}', found)
for limit in None, 0, 1, -1, 2:
    try: group(2, 2)
    except ExceptionGroup: traceback.print_exc(file=sys.stdout, limit=limit)
    try:
        try: f(1)
        except ValueError as e: raise KeyError('x') from e
    except KeyError: traceback.print_exc(file=sys.stdout, limit=limit); traceback.print_exc(file=sys.stdout, limit=limit, chain=False)
try: group(18)
except ExceptionGroup as e:
    e.add_note('a note\nof two')
    traceback.print_exc(file=sys.stdout, limit=1)
    t = traceback.TracebackException.from_exception(e, max_group_width=3, limit=1)
    t.print(file=sys.stdout)
    print(len(t.exceptions), t.exceptions[0].exceptions, t.exceptions[0].stack)
try: group(1, 14)
except ExceptionGroup as e:
    traceback.print_exc(file=sys.stdout, limit=1)
    print(*traceback.TracebackException.from_exception(e, max_group_depth=2, limit=-1).format(), sep='')
try:
    try: group(1)
    except ExceptionGroup: 1 / 0
except ZeroDivisionError as e:
    traceback.print_exc(file=sys.stdout, limit=1)
    try: raise ExceptionGroup('last', [e, OSError('x'), SyntaxError('bad', ('f', 1, 2, 'abc', 1, 3))])
    except ExceptionGroup as e: traceback.print_exc(file=sys.stdout, limit=1); print(traceback.format_exception_only(e))
    t = traceback.TracebackException.from_exception(KeyError(5))
    print(t.__cause__, t.__context__ is not None, t.__suppress_context__, t.max_group_width)
try: raise ExceptionGroup('outer', [ExceptionGroup('inner', [ValueError(1)]), ValueError(2)])
except* ValueError as e: traceback.print_exc(file=sys.stdout)
e = None
for i in range(1500):
    new = ValueError(i)
    new.__context__ = e
    e = new
print(len(list(traceback.TracebackException.from_exception(e).format())))
print(''.join(traceback.format_exception(None)), traceback.format_exc())


def g():
    try: {}['k']
    except KeyError as e: raise ValueError('v') from e
try: g()
except ValueError as e:
    t = traceback.TracebackException.from_exception(e)
    print([name for name in dir(t) if not name.startswith('_')])
    print(t.exc_type_str if hasattr(t, 'exc_type_str') else 0, str(t), t == traceback.TracebackException.from_exception(e), t.stack[0].name)
    print(t.exc_type)
    print(list(t.format_exception_only()), t.__cause__.__class__.__name__)
    print(t.__notes__ if hasattr(t, '__notes__') else 'none')
try: compile('x y', 'n', 'exec')
except SyntaxError as e:
    t = traceback.TracebackException.from_exception(e)
    print(t.filename, t.lineno, t.text, t.offset, t.msg, t.end_lineno, t.end_offset)
class A:
    class B(Exception): pass
t = traceback.TracebackException(A.B, A.B(1), None)
print(getattr(t, 'exc_type_str', 0), repr(t)[:30], t.stack)
