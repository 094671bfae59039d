if (n := 10) > 5:
    print(n)
while (x := f()):
    print(x)
a = [y := 1, y ** 2]
b = [last := z for z in 'ab']
def g(d):
    if (m := d.get(1)) is not None:
        return m
    t = [w for v in d if (w := v)]
    return (q := 1) + q, [r := s for s in d]
print((k := 3), k)
