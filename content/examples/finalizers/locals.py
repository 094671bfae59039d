gone = []

class Part:
    def __init__(self, name):
        self.name = name  #: store

    def __del__(self):
        gone.append(self.name)  #: note

def work():
    first, second = Part('first'), Part('second')  #: make

work()  #: call
print(gone)  #: all
# expect[-3.13]: ['first', 'second']
# expect[3.14.0-]: ['second', 'first']
