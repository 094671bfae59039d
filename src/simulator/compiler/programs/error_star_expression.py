print(*a) + (*b)
