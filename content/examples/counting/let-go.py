import weakref


class Picture:
    def __init__(self, size):
        self.pixels = [0] * size


big = Picture(10_000)  #: bind
look = weakref.ref(big)  #: look
print(look() is big)  #: alive  # expect: True
big = None  #: let-go
print(look())  #: gone  # expect: None
