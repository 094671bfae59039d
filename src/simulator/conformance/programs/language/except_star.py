# except* takes a group apart: each clause gets its part, the rest goes on.
def work(*errors):
    raise ExceptionGroup('many', errors)


try:
    work(ValueError('v'), TypeError('t'), ValueError('w'))
except* ValueError as group:
    print('values', group.exceptions, group.message)
except* TypeError as group:
    print('types', group.exceptions)
else:
    print('not printed')
finally:
    print('finally')

try:
    try:
        work(KeyError('k'), OSError('o'), ExceptionGroup('inner', [KeyError('l'), ZeroDivisionError('z')]))
    except* KeyError as group:
        print(repr(group))
except ExceptionGroup as rest:
    print('left over', repr(rest))

try:
    raise ValueError('alone')
except* ValueError as group:
    print(type(group).__name__, group.exceptions, str(group))

try:
    try:
        work(ValueError(1), TypeError(2))
    except* ValueError:
        raise LookupError('new')
except BaseException as error:
    print(repr(error))
    print([repr(e) for e in error.exceptions])

try:
    try:
        work(ValueError(1))
    except* ValueError as group:
        raise
except ExceptionGroup as error:
    print('raised again', repr(error))

try:
    print('nothing happens')
except* Exception:
    print('not printed')
else:
    print('else')

try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)


def loop():
    for errors in ([ValueError()], [TypeError()], []):
        try:
            if errors:
                work(*errors)
            print('fine')
        except* (ValueError, TypeError) as group:
            print('caught', group.exceptions)
    return 'done'


print(loop())


# Each clause owns its part of the group; the rest is owned by nobody but the one who raises it again.
import sys

R = sys.getrefcount


class Value(ValueError):
    pass


v, t, w = Value('v'), TypeError('t'), Value('w')
whole = ExceptionGroup('counted', [v, t, w])
print(R(v), R(t), R(whole), R(whole.exceptions))
try:
    raise whole
except* Value as group:
    print('values', R(v), R(t), R(w), R(group), R(whole), R(group.exceptions))
    part = group
except* TypeError as group:
    print('types', R(v), R(t), R(group), R(whole), R(part))
print(R(v), R(t), R(whole), R(part), part.__traceback__ is None, R(part.__context__))
del part
print(R(v), R(t), R(whole))
whole.__traceback__ = None


def again():
    try:
        try:
            raise whole
        except* Value as group:
            print('inner', R(group), R(v), R(whole))
            raise KeyError(v)
    except BaseExceptionGroup as error:
        print('outer', R(error), R(v), R(t), R(whole), [R(e) for e in error.exceptions])
    return R(v), R(t), R(whole)


print(again())
whole.__traceback__ = whole.__context__ = None
print(R(v), R(t), R(w), R(whole))
try:
    raise v
except* Value as group:
    print(R(group), R(v), R(group.exceptions))
print(R(v))
