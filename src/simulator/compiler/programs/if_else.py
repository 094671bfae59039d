def f(x):
    if x:
        a = 1
    elif x > 2:
        a = 2
    elif not x:
        a = 3
    else:
        a = 4
    if x:
        pass
    if x:
        return a
    else:
        return 5

if f(1):
    print(1)
else:
    print(2)
if f(2): print(3)
