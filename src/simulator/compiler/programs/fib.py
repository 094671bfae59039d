def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def memo(f):
    cache = {}
    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    return wrapper

fast = memo(fib)
print(fib(10), fast(20))
