import gc
import sys
import weakref

gc.collect()


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, event, handler):
        self.handlers.setdefault(event, []).append(handler)

    def emit(self, event, *args):
        for handler in self.handlers.get(event, []):
            handler(*args)


class Lamp:
    def __init__(self, bus, name):
        self.name = name
        self.bus = bus
        bus.on('switch', self.toggle)
        self.lit = False

    def toggle(self, lit):
        self.lit = lit
        print(self.name, 'on' if lit else 'off')

    def __del__(self):
        print(self.name, 'is gone')


bus = Bus()
hall = Lamp(bus, 'hall')
desk = Lamp(bus, 'desk')
bus.emit('switch', True)
seen = weakref.ref(desk)
print(sys.getrefcount(hall))
del desk
print(seen() is not None)
bus.handlers['switch'].pop()
print(seen())
del hall, bus
print('collected', gc.collect())
