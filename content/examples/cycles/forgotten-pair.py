import gc

gc.collect()  #: clean-up


def build():
    left, right = {}, {}  #: make
    left['other'] = right  #: there
    right['other'] = left  #: and-back
    return left  #: hand-out


pair = build()  #: call
del pair  #: forget
print(f'found {gc.collect()} objects')  #: collect  # expect: found 2 objects
