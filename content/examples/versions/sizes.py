import sys

class Point:
    def __init__(self):
        self.x = 0

print(sys.getsizeof(''))  #: text
# expect[3.11]: 49
# expect[3.12-]: 41
print(sys.getsizeof(Point()))  #: instance
# expect[3.11]: 56
# expect[3.12-]: 48
print(sys.getsizeof(lambda: 0))  #: function
# expect[3.11]: 152
# expect[3.12-3.13]: 160
# expect[3.14.0-]: 168
