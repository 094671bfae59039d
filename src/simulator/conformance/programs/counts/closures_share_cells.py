# A cell is shared by the functions that name it.
import sys

R = sys.getrefcount

def outer(x):
    def get():
        return R(x)
    def put(y):
        nonlocal x
        x = y
        return R(x), R(y)
    print(R(x), get(), R(get), R(get.__closure__[0]))
    return get, put
a, b = [], []
get, put = outer(a)
print(R(a), get(), get.__closure__[0] is put.__closure__[0], R(get.__closure__), R(get.__closure__[0]))
print(put(b), R(a), R(b), get())
cell = get.__closure__[0]
print(R(cell), R(cell.cell_contents), R(b))
cell.cell_contents = a
print(R(a), R(b), get())
del get, put
print(R(a), R(cell))
