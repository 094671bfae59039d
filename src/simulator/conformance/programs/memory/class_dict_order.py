# A collection while a class is made: its dict is the class's own already, and comes after it in the list. The finalizers
# at the end run in that order.
import gc
import sys


class Node:
    made = 0

    def __init__(self, link):
        Node.made += 1
        self.number = Node.made
        self.link = link


class Noisy(Node):
    def __del__(self):
        print('dies', self.number, sys.getrefcount(self))


class Deep(Node):
    def __init__(self, link):
        super().__init__(link)
        self.names = self.__dict__

    def __del__(self):
        print('deep', self.number, len(self.names), sys.getrefcount(self.names))


gc.collect()


def work(a):
    a.link = Noisy(c)


a = Node(None)
b = Node(None)
c = Node(None)
work(a)
try:
    raise ValueError(b)
except ValueError as error:
    gc.set_threshold(10, 3, 2)
    c = Node(c)
a = Deep(a)


class Local(Noisy):
    held = a


a = Local(None)
gc.set_threshold(700)
print([type(it).__name__ for it in gc.get_objects(1) if isinstance(it, (Node, type))])
