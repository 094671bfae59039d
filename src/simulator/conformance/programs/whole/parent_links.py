import gc


class Node:
    def __init__(self, kind, parent=None):
        self.kind = kind
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


def tokens(text):
    for part in text.replace('(', ' ( ').replace(')', ' ) ').split():
        yield part


def parse(text):
    root = here = Node('root')
    for token in tokens(text):
        if token == '(':
            here = Node('list', here)
        elif token == ')':
            here = here.parent
        else:
            Node(token, here)
    return root


def depth(node):
    return 1 + max((depth(child) for child in node.children), default=0)


tree = parse('(add (mul 2 3) (neg x))')
print(depth(tree), len(tree.children[0].children))
gc.disable()
branch = tree.children[0].children[1]
tree = None
print(branch.kind, branch.parent.kind)
branch.parent.children.remove(branch)
branch.parent = None
print(gc.collect())
branch = None
print(gc.collect())
