n = 100  #: make
a = n + 1  #: small
b = n + 1  #: small-again
print(a is b)  #: same-small  # expect: True
a = n * n  #: large
b = n * n  #: large-again
print(a is b)  #: same-large  # expect: False
c = 10000  #: literal
d = 10000  #: literal-again
print(c is d)  #: same-literal  # expect: True
print(c is a)  #: made-and-written  # expect: False
