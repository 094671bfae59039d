# A collection was due before another was asked for: in 3.12 it begins in the first callback of that one. And what it finds
# when the collector was switched off meanwhile.
import gc


class Noisy:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        met.append(('dies', self.name))


met = []


def phase(name, info):
    met.append((name, info['generation'], info['collected']))


def told(found):
    print(found, met)
    met.clear()


def made(names):
    return [Noisy(name) for name in names]


gc.collect()
gc.callbacks.append(phase)
for threshold in 1, 2, 5:
    gc.set_threshold(threshold, 2, 2)
    kept = made('ab')
    kept = []
    told(gc.collect())
    kept = [[], [], [], [], [], []]
    gc.disable()
    met.append('disabled')
    kept = made('cd')
    kept = 0
    gc.enable()
    met.append('enabled')
    told(gc.collect(1))
    gc.set_threshold(0)
    told(gc.collect())
