class Counter:
    def __init__(self):
        self.count = 0

    def step(self, by):
        self.count += by
        return self.count


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


counter = Counter()
for i in range(50000):
    counter.step(2)
print(fib(20), counter.count)
