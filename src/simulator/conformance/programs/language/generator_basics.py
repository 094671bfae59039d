# A generator function does not run when it is called: each next() runs it up to its next yield.
def countdown(n):
    print('starting')
    while n > 0:
        yield n
        n -= 1
    print('done')
    return 'liftoff'


numbers = countdown(3)
print('made, nothing printed yet')
print(next(numbers))
print(next(numbers))
for rest in numbers:
    print('loop', rest)

print(next(numbers, 'exhausted'))

again = countdown(1)
next(again)
try:
    next(again)
except StopIteration as stop:
    print('value', stop.value, stop.args)
try:
    next(again)
except StopIteration as stop:
    print('value', stop.value, stop.args)

print(iter(numbers) is numbers)
print(list(countdown(2)), sum(n * n for n in countdown(2)))
print(sorted(x % 3 for x in range(7)))
a, b, *c = (letter for letter in 'hello')
print(a, b, c)
