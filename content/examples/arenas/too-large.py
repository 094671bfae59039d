import sys

def in_pools(n):
    row = list(map(bytes, [n] * 50))  #: row
    size = sys.getsizeof(row[0])  #: size
    block = (size + 15) // 16 * 16  #: block
    return size, all([(id(thing) % 16384 - 48) % block == 0 for thing in row])  #: grid

print(in_pools(100))  #: small  # expect: (133, True)
print(in_pools(479))  #: largest  # expect: (512, True)
print(in_pools(480))  #: too-large  # expect: (513, False)
