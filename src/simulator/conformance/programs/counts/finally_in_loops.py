# return, break and continue through finally and with, and what they let go.
import sys

R = sys.getrefcount


class Guard:
    def __init__(self, held):
        self.held = held

    def __enter__(self):
        return self.held

    def __exit__(self, kind, error, trace):
        print('exit', R(self), R(self.held), error and R(error))


def leaves(how, v):
    for x in [v, [v]]:
        try:
            with Guard(x) as got:
                print(how, R(x), R(got), R(v))
                if how == 'return':
                    return got
                if how == 'break':
                    break
                if how == 'continue':
                    continue
                if how == 'raise':
                    raise KeyError(got)
        except KeyError as error:
            print('caught', R(error), R(error.args[0]), R(v))
        finally:
            print('finally', R(x), R(v))
    return R(x), R(v)


v = []
for how in ('return', 'break', 'continue', 'raise', 'none'):
    result = leaves(how, v)
    print(result, R(result), R(v))
del result


def overrides(v):
    try:
        return [v]
    finally:
        v = {'v': v}
        print(R(v), R(v['v']))


print(R(overrides(v)), R(v))


def retried(n, v):
    while True:
        try:
            n -= 1
            if n:
                raise KeyError(v)
            return v
        except KeyError as error:
            kept = error
            print(R(error), R(kept), R(v))
            continue
        finally:
            print(n, R(v))


print(R(retried(3, v)), R(v))
