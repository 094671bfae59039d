class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


def run(n):
    head = None
    for i in range(n):
        head = Node(i, head)
    total = 0
    node = head
    while node is not None:
        total += node.value
        node = node.next
    del head
    return total


print(run(100000))
