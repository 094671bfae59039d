try:
    a()
except* ValueError:
    b()
except* TypeError as e:
    c(e)
else:
    d()
finally:
    e()
def f():
    try:
        a()
    except* A as e:
        print(e)
    except* B:
        pass
    return 1
