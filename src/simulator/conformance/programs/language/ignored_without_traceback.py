# An exception of native code that nobody can catch names the line the program was at.
import gc
import weakref


class Wrong:
    def __del__():
        pass


class Plain:
    pass


def leave():
    wrong = Wrong()
    return 1


leave()
plain = Plain()
ref = weakref.ref(plain, int)
watched = weakref.ref(plain, lambda: None)
del plain


def on_collection(phase, info):
    if phase == 'stop':
        raise ValueError(phase)


gc.callbacks.append(on_collection)
gc.collect()
gc.callbacks.clear()
print('end')
