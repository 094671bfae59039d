def f(x):
    try:
        try:
            x()
        except A:
            try:
                x(1)
            finally:
                x(2)
    except B as e:
        try:
            x(3)
        except C as f:
            x(e, f)
        x(4)
    finally:
        try:
            x(5)
        finally:
            x(6)

def g(x):
    for y in x:
        try:
            y()
        except A:
            continue
        except B:
            break
        except C as c:
            return c
        else:
            y(1)
    return x

def h():
    try:
        1 / 0
    except:
        pass
    x = 1
    try:
        x
    except:
        try:
            y
        except:
            z
    return x
