# __copy__, __deepcopy__, __reduce_ex__, __getstate__: who is asked and what is held meanwhile.
import copy
import sys

R = sys.getrefcount


class Own:
    def __init__(self, part):
        self.part = part

    def __copy__(self):
        print('copy', R(self), R(self.part))
        return Own(self.part)

    def __deepcopy__(self, memo):
        print('deepcopy', R(self), R(memo), len(memo))
        return Own(copy.deepcopy(self.part, memo))


class State:
    def __init__(self, part):
        self.part = part

    def __getstate__(self):
        print('getstate', R(self))
        return {'part': self.part}

    def __setstate__(self, state):
        print('setstate', R(self), R(state) > 1)
        self.__dict__.update(state)


part = [[]]
o, s = Own(part), State(part)
print(R(part), R(copy.copy(o)), R(part), R(copy.copy(s)), R(part))
one = copy.copy(s)
print(R(one), one.part is part, R(part))
deep = copy.deepcopy([o, o])
print(deep[0] is deep[1], R(deep[0]), R(deep[0].part), R(part), R(o))
memo = {}
again = copy.deepcopy(part, memo)
print(R(again), R(part), R(part[0]), R(memo), len(memo))
memo.clear()
print(R(again), R(part), R(part[0]))
loop = []
loop.append(loop)
twin = copy.deepcopy(loop)
print(R(loop), R(twin), twin[0] is twin)
t = (part, 1)
print(copy.copy(t) is t, R(t), R(copy.deepcopy(t)), copy.deepcopy((1, 'x')) is (1, 'x') or R(part))


class Refuses:
    def __reduce_ex__(self, protocol):
        raise TypeError(R(self))


try:
    copy.copy(Refuses())
except TypeError as error:
    print(R(error))
print(R(part), R(o), R(s))
