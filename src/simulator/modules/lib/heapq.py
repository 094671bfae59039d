"""Heap queue algorithm (a.k.a. priority queue)."""
from _heapq import heappush, heappushpop, heappop, heapreplace, heapify
from _profile import heapq_max

if heapq_max:
    from _heapq import heappush_max, heappushpop_max, heappop_max, heapreplace_max, heapify_max

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output.'''
    # Each entry: what decides, the place among the inputs, the item, where the next comes from.
    entries = []
    direction = -1 if reverse else 1
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            entries.append([value if key is None else key(value), order * direction, value, it.__next__])
            break
    if reverse:
        from _heapq import heapify_max as _heapify, heapreplace_max as _heapreplace, heappop_max as _heappop
    else:
        _heapify, _heapreplace, _heappop = heapify, heapreplace, heappop
    _heapify(entries)
    while len(entries) > 1:
        try:
            while True:
                _, _, value, next_ = entry = entries[0]
                yield value
                value = next_()
                entry[0] = value if key is None else key(value)
                entry[2] = value
                _heapreplace(entries, entry)
        except StopIteration:
            _heappop(entries)
    if entries:
        _, _, value, next_ = entries[0]
        yield value
        yield from next_.__self__


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset."""
    if n == 1:
        sentinel = object()
        result = min(iterable, default=sentinel, key=key)
        return [] if result is sentinel else [result]
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset."""
    if n == 1:
        sentinel = object()
        result = max(iterable, default=sentinel, key=key)
        return [] if result is sentinel else [result]
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
