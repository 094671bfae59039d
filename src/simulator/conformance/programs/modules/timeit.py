# timeit: how often what is called, in which order, with the collector off; never a time.
import gc
import sys
import timeit
from timeit import Timer, default_timer

start = default_timer()
total = sum(range(1000))
end = default_timer()
print(total, end > start, type(end - start).__name__)

calls = []


def work():
    calls.append(('work', gc.isenabled()))


def ready():
    calls.append(('ready', gc.isenabled()))


spent = timeit.timeit(work, number=3)
print(calls, isinstance(spent, float), spent > 0, gc.isenabled())
calls.clear()
print(len(timeit.repeat(work, ready, repeat=2, number=2)), calls)
calls.clear()

print(timeit.timeit('x + 1', 'x = 41', number=10) >= 0)
print(timeit.timeit('calls.append(1)', number=4, globals=globals()) > 0, calls)
calls.clear()
print(timeit.timeit('if n:\n    calls.append(n)', 'n = 2\nn += 1', number=2, globals={'calls': calls}) > 0, calls)

# A clock of one's own.
ticks = iter(range(0, 100, 10))
t = Timer('pass', timer=lambda: next(ticks))
print(t.timeit(5), t.repeat(3, 1))
print(t.autorange.__name__, Timer('pass', timer=iter([0, 0, 0, 5]).__next__).autorange())

class Thing:
    def __del__(self):
        print('gone')


thing = Thing()
print(timeit.timeit(lambda thing=thing: thing, number=2) > 0, sys.getrefcount(thing))
timeit.timeit('Thing()', number=2, globals=globals())
del thing

gc.disable()
timeit.timeit(number=1)
print(gc.isenabled())
gc.enable()

for bad in [lambda: Timer(3), lambda: Timer(setup=3), lambda: Timer('1 +'), lambda: Timer('', 'x ='),
            lambda: Timer('return'), lambda: timeit.timeit('nothing', number=1), lambda: timeit.timeit('1/0', number=1)]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e, gc.isenabled())
