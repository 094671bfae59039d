# long chain freed without recursion error (trashcan)
class N:
    __slots__ = 'n'
h = None
for i in range(200000):
    x = N(); x.n = h; h = x
del x, h
print('ok')
