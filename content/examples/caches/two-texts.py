import sys

start = 'te'  #: make
made = start + 'a'  #: join
name = 'tea'  #: literal
print(made == name)  #: equal  # expect: True
print(made is name)  #: two-texts  # expect: False
made = sys.intern(made)  #: intern
print(made is name)  #: one-text  # expect: True
