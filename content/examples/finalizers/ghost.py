saved = []

class Ghost:
    def __del__(self):
        print('goodbye')  #: speak
        saved.append(self)  #: save

ghost = Ghost()  #: make
del ghost  #: forget
# expect: goodbye
print(len(saved))  #: back  # expect: 1
saved.clear()  #: let-go
print(len(saved))  #: gone  # expect: 0
