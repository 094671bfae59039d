x = 1
def f():
    global x, y
    x = 2
    y = x
    del x
    return y, z, len

def g():
    global h
    def h():
        pass
    class K:
        global L
        class L:
            pass
        M = L
    return h
