# What is frozen stays so, however it is reached and whatever becomes of it, until it is thawed.
import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print('dies', self.name)


gc.collect()
kept = Node('kept')
lost = Node('lost')
gc.freeze()
young = Node('young')
young.link = kept
del lost
print(gc.collect(1), gc.collect(0), gc.collect())
kept.link = young
del kept
print(gc.collect(1), gc.collect(1), gc.collect())
print(gc.get_freeze_count() > 2)
del young
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count())
print(gc.collect())
