import weakref

class Player:
    def __init__(self, name):
        self.name = name  #: name

class Game:
    def __init__(self):
        self.players = weakref.WeakValueDictionary()  #: players
        self.watch = []  #: watch

    def join(self, name):
        player = Player(name)  #: make
        self.players[name] = player  #: enter
        told = lambda ref: print(player.name, 'has left')  #: told
        self.watch.append(weakref.ref(player, told))  #: look
        return player  #: give

game = Game()  #: begin
ann = game.join('Ann')  #: ann
bob = game.join('Bob')  #: bob
print(sorted(game.players))  #: before  # expect: ['Ann', 'Bob']
del ann  #: leave
print(sorted(game.players))  #: hunt  # expect: ['Ann', 'Bob']
