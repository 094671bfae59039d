import sys

row = list(map(bytes, [479] * 150))  #: row
print(sys.getsizeof(row[0]))  #: size  # expect: 512
pools = [id(thing) // 16384 for thing in row]  #: pools
print(max([pools.count(pool) for pool in set(pools)]))  #: most  # expect: 31
print(min([id(thing) % 16384 for thing in row]))  #: first  # expect: 48
