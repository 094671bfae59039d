# An exception that is its own context does not keep another one from being raised while it is handled.
import sys


def flow():
    try:
        raise ValueError('first')
    except ValueError as error:
        error.__context__ = error
        try:
            yield error
        except GeneratorExit as leaving:
            print(leaving.__context__ is error, sys.getrefcount(error))


y = flow()
first = next(y)
y.close()
print(first.__context__ is first, sys.getrefcount(first))

second, third = ValueError(2), ValueError(3)
second.__context__, third.__context__ = third, second
try:
    raise second
except ValueError:
    try:
        raise KeyError
    except KeyError as error:
        print(error.__context__ is second, second.__context__ is third, third.__context__ is second)
print(sys.getrefcount(second), sys.getrefcount(third))
