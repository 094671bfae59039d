# e stored outside: e.__traceback__ -> frame -> e
import gc
gc.collect()
def f():
    try: 1 / 0
    except ZeroDivisionError as e:
        keep = e
f()
print(gc.collect())
