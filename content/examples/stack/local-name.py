import sys


def size(word):
    return len(word)


def total(first, second):
    measure = size  #: take
    print(sys.getrefcount(size))  #: held
    return measure(first) + measure(second)  #: use


print(total('tea', 'milk'))  #: call
# expect: 3
# expect: 7
print(sys.getrefcount(size))  #: after  # expect: 2
