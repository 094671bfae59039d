# The same with the collector switched off: then nothing is collected while the uncaught exception is printed.
import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dies', self.name)


def fail():
    own = Node('own')
    own.me = own
    cycle = Node('cycle')
    cycle.me = cycle
    del cycle
    print(gc.get_count()[1:])
    return [][own.name]


gc.collect()
gc.disable()
held = Node('held')
fail()
