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
