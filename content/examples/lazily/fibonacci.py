def fibonacci():
    a, b = 0, 1  #: start
    while True:
        yield a  #: give
        a, b = b, a + b  #: on

numbers = fibonacci()  #: make
print([next(numbers) for n in range(10)])  #: ten  # expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
print(next(numbers), next(fibonacci()))  #: two  # expect: 55 0
