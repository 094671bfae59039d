# A code object with another name, line or flags; a generator function that can be awaited; a traceback made by hand.
import sys
import types


def plain():
    return 1


code = plain.__code__
other = code.replace(co_name='other', co_qualname='some.other', co_firstlineno=40, co_filename='elsewhere.py')
print(other.co_name, other.co_qualname, other.co_firstlineno, other.co_filename, other.co_flags == code.co_flags)
print(other is code, code.co_name, code.replace() is code, code.replace().co_consts is code.co_consts)
print(sys.getrefcount(other), sys.getrefcount(code))
plain.__code__ = other
print(plain(), plain.__name__, sys.getrefcount(other), sys.getrefcount(code))
for given in ({'co_flags': 'a'}, {'co_name': 5}, {'x': 1}, {'co_firstlineno': -5}):
    try:
        code.replace(**given)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    code.replace(1)
except TypeError as error:
    print(error)


@types.coroutine
def waits(what):
    got = yield what
    print('got', got, sys.getrefcount(what) > 2)
    return [got]


async def main():
    first = await waits('one')
    second = await waits('two')
    return first + second

running = main()
print(running.send(None), running.send(1))
try:
    running.send(2)
except StopIteration as stop:
    print(stop.value)
print(types.coroutine(main) is main, types.coroutine(waits) is waits, bool(waits.__code__.co_flags & 0x100))
print(types.coroutine(lambda: 5)(), types.coroutine(len)([1, 2]))


class Counting:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration('end')
        self.n -= 1
        return self.n

    def send(self, value):
        return next(self)

    def throw(self, kind, value=None, trace=None):
        raise kind

    def close(self):
        print('closed')


@types.coroutine
def counts():
    return Counting(2)


async def awaits():
    return await counts()

running = awaits()
print(running.send(None), running.send(None))
try:
    running.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    types.coroutine(5)
except TypeError as error:
    print(error)

try:
    raise ValueError('here')
except ValueError as error:
    trace = error.__traceback__
made = types.TracebackType(None, trace.tb_frame, trace.tb_lasti, 7)
print(made.tb_lineno, made.tb_lasti == trace.tb_lasti, made.tb_next, made.tb_frame is trace.tb_frame)
print(sys.getrefcount(made), sys.getrefcount(trace))
made.tb_next = trace
print(sys.getrefcount(made), sys.getrefcount(trace), made.tb_next is trace)
above = types.TracebackType(tb_next=made, tb_frame=trace.tb_frame, tb_lasti=-1, tb_lineno=9)
print(above.tb_lasti, sys.getrefcount(made))
for given in ((), (None, trace.tb_frame, 1), (None, 5, 1, 1), (5, trace.tb_frame, 1, 1), (None, trace.tb_frame, 'a', 1),
              (None, trace.tb_frame, 1, None), (None, trace.tb_frame, 1, 1, 1)):
    try:
        types.TracebackType(*given)
    except TypeError as error:
        print(error)
try:
    types.TracebackType(None, trace.tb_frame, 1, x=1)
except TypeError as error:
    print(error)
