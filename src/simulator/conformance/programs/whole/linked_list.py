# A linked list, turned around, cut and taken apart.
import sys

R = sys.getrefcount


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def __del__(self):
        print('gone', self.value)


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        for value in reversed(values):
            self.head = Node(value, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node
            node = node.next

    def reverse(self):
        before, node = None, self.head
        while node:
            node.next, before, node = before, node, node.next
        self.head = before

    def find(self, value):
        return next((n for n in self if n.value == value), None)

    def remove(self, value):
        node = self.head
        if node.value == value:
            self.head = node.next
            return
        while node.next.value != value:
            node = node.next
        node.next = node.next.next


chain = LinkedList(['a', 'b', 'c', 'd'])
b = chain.find('b')
print([R(n) for n in chain], R(b), R(chain.head))
chain.reverse()
print([(n.value, R(n)) for n in chain], R(b), b.next.value)
chain.remove('c')
print([n.value for n in chain], R(b))
nodes = list(chain)
print([R(n) for n in nodes], R(nodes[1]), nodes[1] is b)
chain.head = None
print('no head', R(b), [R(n) for n in nodes])
del nodes
print('no list', R(b), b.value)
ring = Node('ring')
ring.next = ring
print(R(ring))
ring.next = b
print(R(ring), R(b))
del b
print(R(ring.next))
del ring, chain
print('end')
