import sys

row = [0] * 1000  #: row
box = [row]  #: box
print(sys.getsizeof(row))  #: size-row  # expect: 8056
print(sys.getsizeof(box))  #: size-box  # expect: 64
name = 'tea'  #: name
print(sys.getsizeof(name))  #: size-name
# expect[-3.11]: 52
# expect[3.12-]: 44
