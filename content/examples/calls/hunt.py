class Photo:
    def __init__(self, name):
        self.name = name  #: store

    def __del__(self):
        print('a photo is freed')  #: freed

def develop(photo):
    bath = [photo]  #: bath
    for each in bath:
        print('developing', each.name)  #: developing

def look_at(wall):
    for picture in wall:
        print('on the wall:', picture.name)  #: looking

wall = []  #: wall
for name in ['cat', 'dog']:  #: names
    photo = Photo(name)  #: make
    develop(photo)  #: develop
    wall.append(photo)  #: hang
look_at(wall)  #: look
wall.clear()  #: clear
print('the wall is empty')  #: hunt
print('end')  #: end
# expect: developing cat
# expect: developing dog
# expect: on the wall: cat
# expect: on the wall: dog
# expect: a photo is freed
# expect: the wall is empty
# expect: end
# expect: a photo is freed
