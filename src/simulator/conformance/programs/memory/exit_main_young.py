# A program without a collection of its own: the first full one is at exit.
class Node:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n)
first = Node('first')
second = Node('second')
third = [Node('in a list'), Node('beside it')]
second.link = Node('link of second')
first = Node('first again')
