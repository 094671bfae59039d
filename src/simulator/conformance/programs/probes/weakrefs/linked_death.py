# linked list of 5
class N:
    def __init__(s, v, n=None): s.v = v; s.n = n
    def __del__(s): print(s.v, end=' ')
h = None
for i in range(5): h = N(i, h)
h = None
print()
