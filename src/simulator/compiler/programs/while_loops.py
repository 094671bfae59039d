def f(n):
    while n > 0:
        n -= 1
    while n < 10:
        n += 1
        if n == 5:
            continue
        if n == 7:
            break
    else:
        print('done')
    while n:
        while n > 3:
            n -= 1
            if n == 4:
                break
        n -= 1
    return n

i = 0
while i < 3:
    i += 1
while not i:
    print(i)
