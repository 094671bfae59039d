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
