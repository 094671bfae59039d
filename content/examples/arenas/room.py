import sys

def room(n):
    row = list(map(bytes, [n] * 100))  #: row
    places = sorted(map(id, row))  #: places
    return min([b - a for a, b in zip(places, places[1:])])  #: nearest

print(sys.getsizeof(bytes(60)))  #: size-60  # expect: 93
print(room(60))  #: room-60  # expect: 96
print(sys.getsizeof(bytes(64)))  #: size-64  # expect: 97
print(room(64))  #: room-64  # expect: 112
