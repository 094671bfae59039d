class Player:
    songs = []  #: shared-list
    volume = 5  #: shared-number


kitchen = Player()  #: kitchen
garden = Player()  #: garden
kitchen.songs.append('rain')  #: append
kitchen.volume = 9  #: assign
print(garden.songs)  #: heard  # expect: ['rain']
print(garden.volume)  #: untouched  # expect: 5
print(garden.songs is Player.songs)  #: of-the-class  # expect: True
