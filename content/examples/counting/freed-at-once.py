class Page:
    def __del__(self):
        print('the page is freed')


page = Page()  #: make
saved = page  #: save
del page  #: unbind
print('one name is gone')  #: between
saved = None  #: let-go
print('end')  #: end
# expect: one name is gone
# expect: the page is freed
# expect: end
