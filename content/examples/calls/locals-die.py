class Note:
    def __del__(self):
        print('the note is freed')


def work():
    note = Note()  #: make
    print('working')  #: working
    return 'done'  #: return


print(work())  #: call
print('end')  #: end
# expect: working
# expect: the note is freed
# expect: done
# expect: end
