# `~` turns True into -2, not into False: from 3.12 on a warning says so, once for each line.
flag = True
for _ in range(3):
    print(~flag, not flag)
print(~False + ~True)
print([~x for x in (True, False)], ~int(flag))


def invert(value):
    return ~value


print(invert(True), invert(5), invert(False))
print(flag.__invert__())
