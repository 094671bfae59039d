import weakref

class Picture:
    def __init__(self, name):
        self.name, self.pixels = name, [0] * 100

cache = weakref.WeakValueDictionary()  #: cache
picture = Picture('sky')  #: make
cache['sky'] = picture  #: store
print(cache['sky'] is picture)  #: found  # expect: True
del picture  #: forget
print('sky' in cache)  #: vanished  # expect: False
