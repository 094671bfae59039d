# What a generator that runs has on its stack, the arguments of the call it is in among them: the collector sees it in 3.14.
import gc


def flow(own):
    it = own
    print(len(gc.get_referrers(kept)), len(gc.get_referrers(own)))
    print(sorted(type(each).__name__ for each in gc.get_referrers(kept)))
    print((yield it), [kept, gc.collect(), own][1])
    print(len([kept, len(gc.get_referrers(kept))]))
    yield own


class Node:
    pass


kept = Node()
gc.collect()
waiting = flow(Node())
next(waiting)
print(len(gc.get_referrers(kept)))
waiting.send(kept)
print(len(gc.get_referrers(kept)))
