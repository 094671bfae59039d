# Names given to threading are silent at the exit; the program's own are not, where threading reaches none of them.
import threading


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


class Other:
    pass


held = Thing('of a global')
threading.other = other = Other()
local = threading.local()
local.thing = Thing('of a local')
lock = threading.Lock()
threading.things = [held]
print('end')
