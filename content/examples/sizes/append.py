import sys

row, places = [], []  #: make
empty = sys.getsizeof(row)  #: empty
for n in range(10):
    row.append(n)  #: append
    places.append((sys.getsizeof(row) - empty) // 8)  #: places
print(places)  #: grown  # expect: [4, 4, 4, 4, 8, 8, 8, 8, 16, 16]
