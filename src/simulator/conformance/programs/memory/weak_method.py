# A bound method is made anew at every access: a weak reference to one is dead at once, a WeakMethod is not.
import weakref


class Button:
    def press(self):
        return 'pressed'

    def other(self):
        return 'other'


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print('TypeError:', error)


button = Button()
print(weakref.ref(button.press)())
method = weakref.WeakMethod(button.press)
print(method()(), method() == button.press, type(method()).__name__)
print(method == weakref.WeakMethod(button.press), method == weakref.WeakMethod(button.other))
print(method != weakref.WeakMethod(button.press), hash(method) == hash(button))
attempt(lambda: weakref.WeakMethod(5))
attempt(lambda: weakref.WeakMethod(len))
called = weakref.WeakMethod(button.press, lambda dead: print('dead:', dead is called, dead()))
print(weakref.getweakrefcount(button))
del button
print(method(), called(), method == method, method == called)


class Two:
    def first(self):
        return 1


two = Two()
one = weakref.WeakMethod(two.first, lambda dead: print('its function is gone', dead() is None))
del Two.first
print(one(), two is not None)
import sys

R = sys.getrefcount

fresh = Button()
bound = fresh.press
weak = weakref.WeakMethod(bound)
print(R(fresh), R(bound), R(weak))
again = weak()
print(R(fresh), R(again), again is bound)
del again, bound
print(R(fresh), weak() == fresh.press, R(fresh), weakref.getweakrefcount(fresh))
print(weak()(), R(fresh), R(weak))
del fresh
print(weak(), R(weak))
