import sys
import zlib

text = b'Lorem ipsum dolor sit amet, consectetur adipiscing elit.'  #: once
print(len(text), len(zlib.compress(text)))  #: grows  # expect: 56 60
many = text * 100  #: many
packed = zlib.compress(many)  #: pack
print(len(many), len(packed))  #: shrinks  # expect: 5600 88
print(sys.getrefcount(many))  #: still-there  # expect: 2
