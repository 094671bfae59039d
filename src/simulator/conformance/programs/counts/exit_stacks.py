# An ExitStack owns what was pushed until it is closed.
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, redirect_stdout, suppress
import io
import sys

R = sys.getrefcount


class Manager(AbstractContextManager):
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __exit__(self, *details):
        print('exit', self.name, R(self), [d and R(d) for d in details[1:2]])
        return self.swallow

    def close(self):
        print('close', self.name, R(self))


a, b, v = Manager('a'), Manager('b', True), []


def called(x, key=None):
    print('called', R(x), 0 if key is None else R(key))


with ExitStack() as stack:
    print(stack.enter_context(a) is a, R(a), R(stack))
    stack.push(b)
    stack.callback(called, v, key=v)
    print(R(a), R(b), R(v), R(called))
    raise KeyError(v)
print(R(a), R(b), R(v), R(called), R(stack))
with ExitStack() as stack:
    stack.enter_context(a)
    stack.callback(called, a)
    kept = stack.pop_all()
    print(R(a), R(kept))
print(R(a))
kept.close()
print(R(a), R(kept))
with closing(a) as same, suppress(LookupError):
    print(R(a), same is a)
    raise IndexError(v)
print(R(a), R(v))


@contextmanager
def generated(x):
    print('before', R(x))
    try:
        yield [x]
    except ValueError as error:
        print('caught', R(error), R(x))


with generated(v) as got:
    print(R(got), R(v))
    raise ValueError(v)
print(R(v), R(got))
del got
print(R(v), R(generated))
with redirect_stdout(io.StringIO()) as out:
    print(R(out), R(v))
print(out.getvalue(), R(out))
