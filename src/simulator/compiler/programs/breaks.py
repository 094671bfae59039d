def f(x):
    while x:
        if x > 1:
            break
        if x > 2: continue
        x -= 1
    for i in x:
        if i:
            break
        else:
            continue
    for i in x:
        if i: break
    else:
        return 1
    while 1:
        if x: break
    while 1:
        try: break
        finally: x()
