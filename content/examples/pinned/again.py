def pools(row):
    return {id(thing) // 16384 for thing in row}  #: ask

row = list(map(bytes, [479] * 200))  #: row
first = pools(row)  #: first
del row  #: forget
row = list(map(bytes, [479] * 200))  #: again
print(len(pools(row) & first) > 3)  #: same-pools  # expect: True
more = list(map(bytes, [479] * 200))  #: more
print(len(pools(more) & first) > 3)  #: more-pools  # expect: False
