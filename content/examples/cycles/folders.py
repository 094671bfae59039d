import gc

class Folder:
    def __init__(self, parent=None):
        self.parent, self.inside = parent, []  #: store

    def __del__(self):
        print('a folder is freed')

top = Folder()  #: make
top.inside.append(Folder(top))  #: ring
top = None  #: forget
print('between')  #: between  # expect: between
gc.collect()  #: collect
# expect: a folder is freed
# expect: a folder is freed
print('end')  #: end  # expect: end
