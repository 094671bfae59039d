# generator del runs finally
def g():
    try: yield 1
    finally: print('fin', end=' ')
x = g(); next(x)
del x
y = g()
del y
print('ok')
