import sys

print(sum(x * x for x in range(10)))  #: sum  # expect: 285
few = (x * x for x in range(10))  #: few
many = (x * x for x in range(1000000))  #: many
print(sys.getsizeof(few) == sys.getsizeof(many))  #: sizes  # expect: True
print(next(few), next(few))  #: two  # expect: 0 1
print(sum(few))  #: rest  # expect: 284
print(sum(few))  #: over  # expect: 0
