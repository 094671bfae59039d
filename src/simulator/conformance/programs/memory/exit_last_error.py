# `sys` keeps an uncaught exception, and so the frames it went through, until the exit; a young cycle does not live to see it
# where a module is imported to print it.
import gc
import sys


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self, sys=sys):
        last = getattr(sys, 'last_value', 'never set')
        print('dies', self.name, type(last).__name__, hasattr(sys, 'last_exc'), hasattr(sys, 'last_traceback'))


def outer():
    local = Node('local')
    inner()


def inner():
    own = Node('own')
    own.me = own
    raise KeyError(Node('argument').name, Node('kept argument'))


gc.collect()
held = Node('held')
cycle = Node('cycle')
cycle.me = cycle
del cycle
outer()
