# `while` with else, break and continue, nested in functions that grow warm; what the condition holds.
import sys
R = sys.getrefcount
class Left:
    def __init__(self, n, item):
        self.n, self.item = n, item
    def __bool__(self):
        self.n -= 1
        seen.append(R(self))
        return self.n >= 0
    def __len__(self):
        return 1
    def pop(self):
        return R(self), self.item
    def __eq__(self, other):
        seen.append((R(self), other))
        return self.n == other
    def __getitem__(self, k):
        seen.append((R(self), R(k)))
        return self.n
def run(item, warm):
    for i in range(warm):
        seen.clear()
        left = Left(3, item)
        kept = []
        while left:
            a, b = left.pop()
            kept.append(b)
            if len(kept) == 2:
                continue
        else:
            end = R(left), R(kept), R(b)
        while left == -1:
            left.n = 5
            if left[item] == 5:
                c = left
                break
        else:
            c = None
        while (got := kept and kept.pop()) is not kept and kept:
            d = R(got)
        while True:
            try:
                if not (left and left[kept]):
                    break
            finally:
                seen.append(R(left))
    return a, R(b), end, R(c), d, R(got), R(left), R(item), len(seen), seen[:6], seen[-3:]
def until(items, stop):
    i = 0
    while i < len(items) and items[i] is not stop:
        x = items[i]
        i += 1
    return i, R(x), R(stop), R(items)
seen, v, w = [], [], {}
print(run(v, 1))
print(run(v, 2))
print(run(v, 30), R(v))
for n in (1, 30):
    for _ in range(n):
        got = until([v, v, w, v], w)
    print(got, R(v), R(w))
left = Left(2, v)
while left:
    item = left.item
    print(R(left), R(item), R(v))
else:
    print('else', R(left), R(item), R(v))
n = 0
while n < 30:
    n += 1
    x = [v]
    got = R(x), R(v), R(x[0]), left[x], [y for y in x][0] is v
print(got, seen[-1], R(v), R(left))
