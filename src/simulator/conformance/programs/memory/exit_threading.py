# The names of threading outlive all other modules, as the interpreter holds a function of its for a child process: what
# is reached from there dies without a word, and so does all that the program's own functions reach.
import threading


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


class Mine(threading.Thread):
    def __init__(self):
        super().__init__()
        self.kept = Thing('of a thread')

    def run(self):
        self.more = Thing('made while it ran')


def hook(args):
    print('hook', args.exc_type.__name__)


mine = Mine()
mine.start()
mine.join()
del mine
held = Thing('of a global')
threading.thing = Thing('of threading')
threading.excepthook = hook
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
print('end')
