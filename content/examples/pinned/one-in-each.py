import gc

def pools(row):
    return {id(thing) // 16384 for thing in row}  #: ask

row = list(map(bytes, [479] * 200))  #: row
used = pools(row)  #: used
kept = row[::-20]  #: keep
del row  #: forget
gc.collect()  #: collect
other = list(map(bytes, [223] * 300))  #: other
print(len(kept), used.isdisjoint(pools(other)))  #: pinned  # expect: 10 True
del other, kept  #: let-go
other = list(map(bytes, [223] * 300))  #: other-again
print(used.isdisjoint(pools(other)))  #: free-again  # expect: False
