nonlocal_ = 1
def f():
    def g():
        nonlocal y
        y = 1
