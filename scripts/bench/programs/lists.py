def run(n):
    items = []
    for i in range(n):
        items.append(i * 2)
    total = 0
    for item in items:
        total += item
    for i in range(n):
        items[i] = items[n - 1 - i] + i
    while items:
        total += items.pop()
    return total


print(run(60000))
