# when does the raising frame's object die?
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
def f():
    x = C('x')
    raise ValueError
try: f()
except ValueError: print('handler', end=' ')
print('after', end=' ')
try: f()
except ValueError as e: print('handler', end=' ')
print('after')
