later = []

def keep(page):
    def size():
        return len(page)  #: uses
    later.append(size)  #: hand-over

page = ['word'] * 1000  #: make
keep(page)  #: keep
del page  #: forget
print(later[0]())  #: call  # expect: 1000
later.clear()  #: clear
print(later)  #: over  # expect: []
