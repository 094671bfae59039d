def calculate_sum(numbers):
    total = 0  #: start
    for number in numbers:
        total += number  #: add
    return total  #: give-back


prices = [300, 400, 500]  #: make
print(calculate_sum(prices))  #: call  # expect: 1200
print('total' in globals())  #: no-total  # expect: False
