import sys
R = sys.getrefcount
def f():
    try:
        raise ValueError('x')
    except ValueError as e:
        print(R(e), R(e.__traceback__), R(e.args))
        t = e
        print(R(e))
    print(R(t), t.__traceback__ is not None, R(t.__traceback__))
    del t
for i in range(2): f()
