import sys

words = ['tea', 'milk']  #: make
for word in words:  #: loop
    print(sys.getrefcount(words))  #: looping
# expect: 3
# expect: 3
print(sys.getrefcount(words))  #: over  # expect: 2
