# The fields of exceptions: what they are, what happens to them when written, deleted or given in the constructor.
import sys


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


for member in OSError.errno, StopIteration.value, SyntaxError.msg, BaseExceptionGroup.message, NameError.name:
    print(member, type(member).__name__)
for e, name in (OSError(1, 'a'), 'errno'), (StopIteration(5), 'value'), (SystemExit(5), 'code'), (SyntaxError('a'), 'msg'):
    print(name, attempt(delattr, e, name), getattr(e, name), attempt(delattr, e, name), attempt(setattr, e, name, [1]))
group = ExceptionGroup('a', [KeyError()])
print(attempt(setattr, group, 'message', 'b'), attempt(delattr, group, 'exceptions'))
e = Exception(1)
print(attempt(setattr, e, '__suppress_context__', 3), attempt(delattr, e, '__suppress_context__'), e.__suppress_context__)
print(attempt(setattr, e, 'args', 'abc'), e.args, attempt(setattr, e, 'args', 5), attempt(delattr, e, 'args'), e)
print(attempt(setattr, e, '__dict__', {'a': 1}), e.a, attempt(setattr, e, '__dict__', 1), attempt(delattr, e, '__dict__'))

e = BlockingIOError(11, 'slow', 5)
print(e.characters_written, e.args, e.filename, attempt(setattr, e, 'characters_written', 'a'))
print(attempt(delattr, e, 'characters_written'), attempt(lambda: e.characters_written))
print(attempt(delattr, e, 'characters_written'), attempt(setattr, e, 'characters_written', True), e.characters_written)
for args in (11, 'x', 2.5), (11, 'x', 2**70), (11, 'x', -1), (11, 'x', None), (11, 'x', 'f'), (3, 'x', 7):
    made = attempt(OSError, *args)
    print(args, made, attempt(lambda: made.characters_written), attempt(lambda: made.filename))

place = 'f', 1, 2, 't', 3, 4
for n in range(3, 9):
    print(n, attempt(lambda: SyntaxError('a', (*place, 5, 6)[:n]).args[1]))
print(getattr(SyntaxError('a', place), '_metadata', 'no such field'), attempt(lambda: SyntaxError('a', (*place, 5))._metadata))
print(attempt(lambda: ImportError('a', name_from=3).name_from))
names = 'PythonFinalizationError _IncompleteInputError ImportCycleError UnicodeTranslateError'.split()
classes = [getattr(__builtins__, name) for name in names if hasattr(__builtins__, name)]
for cls in classes:
    print(cls, cls.__mro__[1], cls.__module__, attempt(cls, 'text'))
for cls in BaseException, Exception, LookupError, RuntimeError, SyntaxError, ImportError, UnicodeError, Warning, OSError:
    print([c.__name__ for c in cls.__subclasses__() if getattr(__builtins__, c.__name__, 0) is c])
print([(c.__name__, sys.getsizeof(c.__new__(c)), c.__basicsize__) for c in (OSError, SyntaxError, ImportError, *classes)])
