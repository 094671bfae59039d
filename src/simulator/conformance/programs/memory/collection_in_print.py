# Where a collection that is due runs: also in the middle of `print`, `str` and `repr`, which look for signals.
import gc


class Node:
    def __init__(self, link):
        self.link = link

    def __str__(self):
        return 'node'


def told(call):
    gc.collect()
    for _ in range(3):
        call()
    gc.collect()
    gc.set_threshold(0)
    call()
    gc.get_count(), gc.get_count(), gc.get_count()
    call()
    first = gc.get_count()[0]
    counts = []
    for more in range(3):
        gc.set_threshold(first + more)
        call()
        counts.append(gc.get_count()[:2])
    gc.set_threshold(0)
    print(first, counts)


node = Node(None)
for call in (
    lambda: 1,
    lambda: print(1),
    lambda: print(1, 2),
    lambda: print('a'),
    lambda: str(node),
    lambda: str([node]),
    lambda: len(repr([[]])),
):
    told(call)
