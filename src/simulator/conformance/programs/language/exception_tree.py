# The tree of exceptions.
def bases(cls):
    return ' < '.join(c.__name__ for c in cls.__mro__[:-1])


for name in ('BrokenPipeError', 'FileNotFoundError', 'ConnectionResetError', 'IsADirectoryError', 'UnboundLocalError',
             'RecursionError', 'KeyError', 'TabError', 'UnicodeDecodeError', 'ZeroDivisionError', 'StopAsyncIteration',
             'PendingDeprecationWarning', 'EncodingWarning', 'GeneratorExit', 'SystemExit', 'ModuleNotFoundError'):
    print(bases(eval(name)))
print(IOError is OSError, EnvironmentError is OSError)
for cls in (ConnectionRefusedError, FileExistsError, BytesWarning):
    try:
        raise cls('message')
    except Exception as error:
        print(type(error).__name__, error, isinstance(error, OSError))

import sys

R = sys.getrefcount


class Payload:
    pass


p = Payload()
for kind in (ValueError, KeyError, OSError, StopIteration, SystemExit, AttributeError, UnboundLocalError, ImportError):
    e = kind(p)
    print(kind.__name__, R(p), R(e), R(e.args))
    try:
        raise e
    except BaseException as error:
        print(R(error), R(p), R(e.__traceback__))
    e.__traceback__ = None
    print(R(e), R(p))
    e.args = ()
    print(R(p), R(e))
del e
print(R(p))
e = OSError(p, p, p, None, p)
print(R(p), R(e.filename), R(e.filename2), R(e.args))
e.filename = None
print(R(p), len(e.args))
e = AttributeError(p, name='n', obj=p)
print(R(p), R(e.obj))
e = ImportError('m', name=p, path=p)
print(R(p), R(e.path))
del e
print(R(p))
