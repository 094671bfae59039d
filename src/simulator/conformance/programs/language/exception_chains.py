# raise from, contexts and causes.
def chain(*arguments):
    try:
        try:
            raise KeyError('first')
        except KeyError as error:
            if arguments:
                raise ValueError('second') from arguments[0]
            raise ValueError('second') from error
    except ValueError as error:
        return error


for error in (chain(), chain(None), chain(OSError), chain(OSError('instance'))):
    print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    chain(3)
except TypeError as error:
    print(error, repr(error.__context__))

try:
    try:
        raise ValueError('a')
    finally:
        raise KeyError('b')
except KeyError as error:
    print(repr(error.__context__))


def cleanup():
    try:
        return 'try'
    finally:
        print('finally runs')


print(cleanup())

try:
    raise
except RuntimeError as error:
    print(error)

for wrong in (3, int, 'x', None):
    try:
        raise wrong
    except TypeError as error:
        print(error)

try:
    e = ValueError('named')
    raise e
except ValueError as e:
    pass
try:
    e
except NameError as error:
    print(error)


def reraise():
    try:
        raise ValueError('once')
    except ValueError:
        try:
            raise
        except ValueError as again:
            return again


error = reraise()
lines = []
tb = error.__traceback__
while tb:
    lines.append(tb.tb_lineno)
    tb = tb.tb_next
print(lines)


class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f'custom {self.code}'


try:
    raise Custom(5, 'x')
except (KeyError, Custom) as error:
    print(error, error.args, repr(error))

try:
    try:
        raise Custom(1)
    except 3:
        pass
except TypeError as error:
    print(error, repr(error.__context__))

error = ValueError('noted')
error.add_note('one')
print(error.__notes__)
print(ValueError().with_traceback(None), ValueError(1) == ValueError(1))


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            [][1]
    except IndexError as error:
        context = error.__context__
        return repr(context), context.__context__


print(nested())


class Dies:
    def __del__(self):
        print('dies')


def frame_holds():
    local = Dies()
    raise ValueError


try:
    frame_holds()
except ValueError as error:
    print('handling')
print('after')


# A chain owns what it links.
import sys

R = sys.getrefcount


class Fault(Exception):
    pass


cause, context = Fault('cause'), Fault('context')
try:
    try:
        raise context
    except Fault as held:
        print(R(held), R(context), R(context.__traceback__))
        raise KeyError from cause
except KeyError as error:
    print(R(error), R(cause), R(context), R(error.__traceback__), error.__context__ is context)
    error.__cause__ = None
    print(R(cause), R(context))
    kept = error
print(R(kept), R(cause), R(context))
kept.__context__ = None
print(R(context), R(context.__traceback__))
context.__traceback__ = None
del kept
print(R(cause), R(context))
for i in range(2):
    try:
        raise context from cause
    except Fault as error:
        error.add_note('seen')
        print(R(context), R(cause), len(error.__notes__))
    context.__traceback__ = None
    print(R(context), R(cause), R(context.__notes__))
try:
    context.__cause__ = 5
except TypeError as error:
    print(error, R(context), R(cause))
context.__suppress_context__ = False
print(R(context.with_traceback(None)), R(context))
