gone = []

class Part:
    def __init__(self, name, *inside):
        self.name, self.inside = name, inside  #: store

    def __del__(self):
        gone.append(self.name)  #: note

house = Part('house', Part('cellar'), Part('attic'))  #: make
door = house  #: alias
del house  #: unname
print(gone)  #: still  # expect: []
del door  #: forget
print(gone)  #: all  # expect: ['house', 'attic', 'cellar']
