def f():
    try:
        return 1
    finally:
        print(2)

def g():
    for i in x:
        try:
            continue
        finally:
            break

def h():
    while 1:
        try:
            if a:
                break
            if b:
                continue
            return c
        except E as e:
            if d:
                break
            if e:
                continue
            return f
        else:
            return 1
        finally:
            print(3)

def i():
    try:
        try:
            raise A
        except B:
            raise
        finally:
            c()
    except D as d:
        return d

def j(it):
    try:
        v = next(it)
    except StopIteration:
        raise KeyError
    return v, [x for x in v]

def k():
    try:
        pass
    except A:
        return 1

def l():
    try:
        return a()
    except A:
        return b()
    else:
        return c()
