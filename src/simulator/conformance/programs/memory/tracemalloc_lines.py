# Which line allocated how much: tracemalloc's snapshots, filtered to this file.
import tracemalloc


def build(n):
    return [bytes(1000) for _ in range(n)]


def own(snapshot):
    return snapshot.filter_traces([tracemalloc.Filter(True, __file__)])


tracemalloc.start()
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
first = tracemalloc.take_snapshot()
pictures = build(10)
second = tracemalloc.take_snapshot()
for stat in own(second).statistics('lineno')[:1]:
    print(stat.traceback[0].lineno, stat.size > 10_000, stat.count >= 10)
biggest = own(second).compare_to(own(first), 'lineno')[0]
print(biggest.traceback[0].lineno, biggest.size_diff > 10_000, biggest.count_diff >= 10)
print(tracemalloc.get_object_traceback(pictures[0])[0].lineno, tracemalloc.get_object_traceback(None))
current, peak = tracemalloc.get_traced_memory()
print(current <= peak)
pictures.clear()
after, _ = tracemalloc.get_traced_memory()
print(current - after)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < peak)
try:
    second.statistics('other')
except ValueError as error:
    print(error)
tracemalloc.stop()
print(tracemalloc.get_traced_memory(), tracemalloc.is_tracing())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
tracemalloc.start(3)


def outer():
    return inner()


def inner():
    return [object() for _ in range(3)]


things = outer()
trace = tracemalloc.get_object_traceback(things[0])
print([frame.lineno for frame in trace], len(trace))
print('\n'.join(line.split(', ')[-1] for line in trace.format()))
print(tracemalloc._format_size(10_458, False), tracemalloc._format_size(-50, True), tracemalloc._format_size(2**21, True))
tracemalloc.stop()
for bad in (0, 70_000):
    try:
        tracemalloc.start(bad)
    except ValueError as error:
        print(error)
import sys

R = sys.getrefcount
tracemalloc.start()
kept = build(3)
snapshot = tracemalloc.take_snapshot()
mine = own(snapshot)
print(R(snapshot), R(mine), R(kept), R(kept[0]))
stats = mine.statistics('lineno')
print(R(stats), R(stats[0]), R(stats[0].traceback), R(mine))
found = tracemalloc.get_object_traceback(kept[0])
print(R(found), R(kept[0]))
tracemalloc.stop()
del kept[0], snapshot
print(R(kept), R(mine))
