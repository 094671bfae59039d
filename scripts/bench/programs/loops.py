def run(n):
    total = 0
    for i in range(n):
        if i % 3 == 0:
            total += i
        else:
            total -= 1
    j = 0
    while j < n:
        j += 1
    return total + j


print(run(300000))
