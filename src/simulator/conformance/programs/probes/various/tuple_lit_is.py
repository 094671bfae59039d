# (1, [2]) etc. fresh; (1,2) constant shared in a loop
r = []
for i in range(2): r.append((1, 2))
s = []
for i in range(2): s.append((1, [2]))
def f(): return (1, 2)
print(r[0] is r[1], s[0] is s[1], f() is f(), r[0] is f(), () is (), [] is [], tuple([1, 2]) is (1, 2))
