# traceback: what the module prints and gives, with the marks of each version.
import sys
import traceback
from traceback import format_exc, print_exc


def divide(a, b):
    return a / b


def middle(n):
    return divide(n, 0) + 1


try:
    middle(3)
except ZeroDivisionError as e:
    print_exc(file=sys.stdout)
    text = format_exc()
    print(text == ''.join(traceback.format_exception(e)), len(traceback.format_exception(e)))
    print(traceback.format_exception(type(e), e, e.__traceback__) == traceback.format_exception(e))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(traceback.format_tb(e.__traceback__, 1))
    print(traceback.format_tb(e.__traceback__, -1))
    print(format_exc(limit=1), end='')
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.filename, frame.lineno, frame.name, frame.line, repr(frame))
    filename, lineno, name, line = traceback.extract_tb(e.__traceback__)[-1]
    print(filename, lineno, name, line)
    print([n for f, n in traceback.walk_tb(e.__traceback__)])
    traceback.print_tb(e.__traceback__, file=sys.stdout)
    print(''.join(traceback.StackSummary.from_list([('a.py', 1, 'f', 'x = 1')]).format()), end='')
    kept = traceback.TracebackException.from_exception(e)
    print(''.join(kept.format()) == text, list(kept.format_exception_only()))
del kept, frame

try:
    try:
        {}['key']
    except KeyError:
        raise ValueError('second') from None
except ValueError as e:
    e.add_note('a note\nof two lines')
    print_exc(file=sys.stdout)

try:
    try:
        {}['key']
    except KeyError as first:
        raise ValueError('second') from first
except ValueError as e:
    print(len(traceback.format_exception(e)))
    print_exc(file=sys.stdout)
    print_exc(file=sys.stdout, chain=False)

try:
    try:
        nothing
    finally:
        1 / 0
except ZeroDivisionError:
    print_exc(file=sys.stdout)


def deep(n):
    if n == 0:
        raise RuntimeError
    deep(n - 1)


try:
    deep(8)
except RuntimeError as e:
    print_exc(file=sys.stdout)
    print(len(traceback.extract_tb(e.__traceback__)), len(traceback.format_tb(e.__traceback__)))


def shows():
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack()[-1])
    print([(f.name, f.lineno) for f in traceback.extract_stack()])


shows()
print(repr(format_exc()))
print_exc(file=sys.stdout)
for bad in [lambda: traceback.format_exception(3), lambda: traceback.format_exception(ValueError, ValueError())]:
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Held:
    def __del__(self):
        print('held dies')


def holds():
    h = Held()
    raise LookupError('while held')


try:
    holds()
except LookupError as e:
    tb = e.__traceback__
traceback.clear_frames(tb)
print('frames cleared')
print_exc()
traceback.print_exception(ValueError('to stderr'))


R = sys.getrefcount
given = []
try:
    middle(given)
except TypeError as e:
    tb = e.__traceback__
    print(R(e), R(tb), R(given))
    text = traceback.format_exception(e)
    summary = traceback.extract_tb(tb)
    print(R(e), R(tb), R(given), R(text), R(summary), R(summary[0]))
    whole = traceback.TracebackException.from_exception(e)
    print(R(whole), R(e), R(tb), R(given), R(whole.stack))
    captured = traceback.TracebackException.from_exception(e, capture_locals=True)
    print(R(captured), R(e), R(given), captured.stack[-1].locals['b'] if captured.stack[-1].locals else None)
    print(''.join(captured.stack.format()[1:]).count(' = '))
    walked = list(traceback.walk_tb(tb))
    print(R(walked), R(tb), R(walked[0][0]))
    del walked
print(R(tb), R(given))
traceback.clear_frames(tb)
print(R(given), R(tb))
del tb
print(R(given), R(whole))
