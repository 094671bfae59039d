# `gc.set_threshold` is given its arguments in a tuple, which stays in a free list.
import gc


def work():
    kept = ([],)
    before = gc.get_count()
    gc.set_threshold(2000)
    after = gc.get_count()
    gc.set_threshold(2000, 10)
    again = gc.get_count()
    gc.set_threshold(2000, 10, 10)
    print(before, after, again, gc.get_count())
    return kept


gc.collect()
work()
work()
