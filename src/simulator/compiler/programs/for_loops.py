def f(xs):
    for x in xs:
        print(x)
    for i, (a, b) in xs:
        print(i, a, b)
        if a:
            continue
        if b:
            break
    else:
        print('else')
    for x in [1, 2, 3]:
        print(x)
    for x in [xs, 1]:
        return x
    for x in {1, 2}:
        pass
    for x in xs:
        for y in x:
            if y:
                return y
            else:
                continue
    for x in range(10): print(x)

for i in range(3):
    print(i)
for d['k'] in 'ab':
    pass
for o.attr in 'ab':
    pass
