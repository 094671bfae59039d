import sys


class Room:
    def __init__(self, lamp):
        self.lamp = lamp  #: store


lamp = ['bright']  #: make
hall = Room(lamp)  #: hall
attic = Room(lamp)  #: attic
print(sys.getrefcount(lamp))  #: shared  # expect: 4
attic.lamp = ['dim']  #: replace
print(sys.getrefcount(lamp))  #: one-room  # expect: 3
print(hall.lamp)  #: untouched  # expect: ['bright']
