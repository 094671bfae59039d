"""Heap queue algorithm (a.k.a. priority queue)."""
from _heapq import heappush, heappushpop, heappop, heapreplace, heapify
from _profile import heapq_max

if heapq_max:
    from _heapq import heappush_max, heappushpop_max, heappop_max, heapreplace_max, heapify_max

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output.'''
    if reverse:
        from _heapq import heapify_max as _heapify, heapreplace_max as _heapreplace, heappop_max as _heappop
    else:
        _heapify, _heapreplace, _heappop = heapify, heapreplace, heappop
    # Each entry: what decides, the place among the inputs, where the next comes from; with a key the item too.
    entries = []
    direction = -1 if reverse else 1
    for order, it in enumerate(map(iter, iterables)):
        try:
            next_ = it.__next__
            if key is None:
                entries.append([next_(), order * direction, next_])
            else:
                value = next_()
                entries.append([key(value), order * direction, value, next_])
        except StopIteration:
            pass
    _heapify(entries)
    if key is None:
        while len(entries) > 1:
            try:
                while True:
                    value, _, next_ = entry = entries[0]
                    yield value
                    entry[0] = next_()
                    _heapreplace(entries, entry)
            except StopIteration:
                _heappop(entries)
        if entries:
            value, _, next_ = entries[0]
            yield value
            yield from next_.__self__
        return
    while len(entries) > 1:
        try:
            while True:
                decides, _, value, next_ = entry = entries[0]
                yield value
                value = next_()
                entry[0] = key(value)
                entry[2] = value
                _heapreplace(entries, entry)
        except StopIteration:
            _heappop(entries)
    if entries:
        decides, _, value, next_ = entries[0]
        yield value
        yield from next_.__self__


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset."""
    if n == 1:
        it = iter(iterable)
        sentinel = object()
        result = min(it, default=sentinel, key=key)
        return [] if result is sentinel else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    # The best so far in a heap whose top is the worst of them; equal ones in the order they came.
    from _heapq import heapify_max as _heapify, heapreplace_max as _heapreplace
    it = iter(iterable)
    if key is None:
        kept = [(item, place) for place, item in zip(range(n), it)]
        if not kept:
            return kept
        _heapify(kept)
        top = kept[0][0]
        place = n
        for item in it:
            if item < top:
                _heapreplace(kept, (item, place))
                top, _ = kept[0]
                place += 1
        kept.sort()
        return [item for item, _ in kept]
    kept = [(key(item), place, item) for place, item in zip(range(n), it)]
    if not kept:
        return kept
    _heapify(kept)
    top = kept[0][0]
    place = n
    for item in it:
        k = key(item)
        if k < top:
            _heapreplace(kept, (k, place, item))
            top, _, _ = kept[0]
            place += 1
    kept.sort()
    return [item for _, _, item in kept]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset."""
    if n == 1:
        it = iter(iterable)
        sentinel = object()
        result = max(it, default=sentinel, key=key)
        return [] if result is sentinel else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    # The best so far in a heap whose top is the worst of them; equal ones in the order they came.
    it = iter(iterable)
    if key is None:
        kept = [(item, place) for place, item in zip(range(0, -n, -1), it)]
        if not kept:
            return kept
        heapify(kept)
        top = kept[0][0]
        place = -n
        for item in it:
            if top < item:
                heapreplace(kept, (item, place))
                top, _ = kept[0]
                place -= 1
        kept.sort(reverse=True)
        return [item for item, _ in kept]
    kept = [(key(item), place, item) for place, item in zip(range(0, -n, -1), it)]
    if not kept:
        return kept
    heapify(kept)
    top = kept[0][0]
    place = -n
    for item in it:
        k = key(item)
        if top < k:
            heapreplace(kept, (k, place, item))
            top, _, _ = kept[0]
            place -= 1
    kept.sort(reverse=True)
    return [item for _, _, item in kept]
