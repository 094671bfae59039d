import sys

rooms = [['kitchen'], ['hall']]  #: make
for room in rooms:  #: loop
    room.append('lamp')  #: append
print(room)  #: last  # expect: ['hall', 'lamp']
print(sys.getrefcount(room))  #: held  # expect: 3
rooms.clear()  #: clear
print(sys.getrefcount(room))  #: only-name  # expect: 2
