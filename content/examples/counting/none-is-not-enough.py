class Picture:
    def __del__(self):
        print('the picture is freed')


big = Picture()  #: make
album = [big]  #: store
big = None  #: forget
print('big is None')  #: between
print('end')  #: end
# expect: big is None
# expect: end
# expect: the picture is freed
