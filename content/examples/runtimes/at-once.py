said = []

class File:
    def __del__(self):
        said.append('closed')  #: close

def write():
    file = File()  #: open
    said.append('written')  #: write

write()  #: call
said.append('after')  #: after
print(said)  #: order  # expect: ['written', 'closed', 'after']
