# An exception while another is handled: who holds which, in the handler, in `finally`, and after.
import sys
from sys import getrefcount


class Wrong(Exception):
    pass


def raised(number):
    raise Wrong(number)


def nested():
    try:
        raised(1)
    except Wrong as first:
        try:
            raised(2)
        except Wrong as second:
            print('nested', getrefcount(first), getrefcount(second), second.__context__ is first)
        print('first again', getrefcount(first), sys.exc_info()[1] is first)
    print('none', sys.exc_info()[1])


def chained(cause):
    try:
        raise Wrong('effect') from cause
    except Wrong as effect:
        print('chained', getrefcount(cause), getrefcount(effect), effect.__cause__ is cause)
        return effect


def with_finally(kept):
    try:
        try:
            raise kept
        finally:
            print('finally', getrefcount(kept), getrefcount(kept.__traceback__))
    except Wrong:
        print('caught', getrefcount(kept))
        kept.__traceback__ = None
        print('without its traceback', getrefcount(kept))


def group(parts):
    try:
        raise ExceptionGroup('several', parts)
    except* Wrong as found:
        print('group', getrefcount(parts[0]), getrefcount(found), len(found.exceptions))


for _ in range(2):
    nested()
    cause = Wrong('cause')
    effect = chained(cause)
    print(getrefcount(cause), getrefcount(effect))
    effect = None
    print(getrefcount(cause))
    with_finally(cause)
    print(getrefcount(cause))
    parts = [Wrong('a'), Wrong('b')]
    group(parts)
    print(getrefcount(parts), getrefcount(parts[0]))
