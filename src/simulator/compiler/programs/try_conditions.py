def f(self, a, b, c):
    try:
        x = self.a or self.b(a)
        if a and b or c:
            x = a if b else c
        while a and b:
            a = b or c
        y = a < b < c
        for i in a:
            if i or b:
                continue
            return i and b
    except (A, B) as e:
        z = e and a
        if z and b or c:
            raise
        return z or (a and b)
    finally:
        del b
        if a or c:
            print(a and c)
    return x, y

def g(t):
    try:
        return t
    finally:
        del t

def h(x):
    try: return x(1)
    finally: x[0] += 1

def i(x):
    for y in x:
        try:
            y()
        except E:
            pass
        finally:
            if y > 1:
                x += 1
    try:
        x()
    except:
        pass
    raise SystemExit(x)
