import gc
import sys

gc.disable()  #: off
print(gc.isenabled())  # expect: False
a = [1, 2, 3]  #: bind
b = a  #: alias
print(sys.getrefcount(a))  #: still-counted  # expect: 3
del b  #: unbind
print(sys.getrefcount(a))  #: still-lowered  # expect: 2
del a  #: still-freed
gc.enable()  #: on
print(gc.isenabled())  # expect: True
