# A register of living objects: a set that does not keep its members.
import weakref


class Worker:
    alive = weakref.WeakSet()

    def __init__(self, name):
        self.name = name
        Worker.alive.add(self)

    def __repr__(self):
        return self.name


def names(workers):
    return sorted(worker.name for worker in workers)


def attempt(action):
    try:
        print(action())
    except (TypeError, KeyError, RuntimeError) as error:
        print(type(error).__name__)


a, b, c = Worker('a'), Worker('b'), Worker('c')
Worker('nobody')
print(len(Worker.alive), names(Worker.alive), a in Worker.alive, 5 in Worker.alive)
some = weakref.WeakSet([a, b])
print(names(some | [c]), names(some & [b, c]), names(Worker.alive - some), names(some ^ [b, c]))
print(some <= Worker.alive, some < Worker.alive, some >= Worker.alive, some == weakref.WeakSet([b, a]), some.isdisjoint([c]))
attempt(lambda: some.add(5))
attempt(lambda: some.remove(c))
attempt(lambda: hash(some))
some.discard(c)
some.remove(a)
print(names(some), names(some.copy()), some.issubset([b, c]), bool(some))
some |= [a, c]
some -= [b]
print(names(some))
some &= [a]
print(names(some), some.pop() is a, len(some))
attempt(lambda: some.pop())
del b
print(names(Worker.alive))
for worker in Worker.alive:
    a = c = None
    del worker
    break
print(len(Worker.alive) <= 1)


def grow():
    kept = [Worker('x'), Worker('y')]
    for worker in Worker.alive:
        if len(kept) < 5:
            kept.append(Worker('z'))
    return len(kept)


attempt(grow)
Worker.alive.clear()
print(len(Worker.alive))
import sys

R = sys.getrefcount

w, x = Worker('w'), Worker('x')
crew = weakref.WeakSet([w, x, w])
print(R(w), R(x), R(crew), weakref.getweakrefcount(w))
for worker in crew:
    print(R(worker))
del worker
print(R(w), w in crew, R(w), len(crew | {x}), R(x), R((crew & [w]).pop()), R(w))
both = crew.copy()
both.discard(w)
print(R(w), R(x), weakref.getweakrefcount(w), len(both))
print(both.pop() is x, R(x), R([worker for worker in crew]), R(w))
del w
print(len(crew), R(x), R(crew))
