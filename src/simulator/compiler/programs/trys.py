def f():
    try:
        a()
    except ValueError:
        b()
    try:
        a()
    except (ValueError, TypeError) as e:
        print(e)
    except KeyError:
        pass
    except:
        c()
    else:
        d()
    finally:
        e1()
    try:
        a()
    finally:
        b()
    return 1

try:
    f()
except Exception as e:
    print(e)
    raise
try:
    x = 1
except ValueError:
    x = 2
else:
    x = 3
print(x)
