import gc


class Box:
    pass


print(gc.is_tracked(['list']))  #: a-list  # expect: True
print(gc.is_tracked('text'))  #: a-text  # expect: False
print(gc.is_tracked(1000))  #: a-number  # expect: False
print(gc.is_tracked(Box()))  #: a-box  # expect: True
print(gc.is_tracked({'one': 1}))  #: a-dict
# expect[-3.13]: False
# expect[3.14.0-]: True
