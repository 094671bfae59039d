import gc

class Bell:
    def __init__(self):
        self.listeners = []  #: listeners

    def ring(self):
        return [listener() for listener in self.listeners]  #: ring

class Guest:
    def __init__(self, name):
        self.name = name  #: name
        bell.listeners.append(self.wake)  #: listen

    def wake(self):
        return self.name  #: wake

def stay(name):
    guest = Guest(name)  #: arrive
    return bell.ring()  #: leave

def trail(thing):
    while type(thing) is not Bell:  #: walk
        thing, = gc.get_referrers(thing)  #: up
        print(type(thing).__name__)  #: step

gc.collect()  #: clean-up
bell = Bell()  #: hang
print(stay('Ada'))  #: ada  # expect: ['Ada']
print(stay('Bob'))  #: bob  # expect: ['Ada', 'Bob']
found = [one for one in gc.get_objects(0) if type(one) is Guest]  #: search
print(len(found))  #: alive  # expect: 2
if found:
    trail(found.pop())  #: hunt
# expect: method
# expect: list
# expect: Bell
