# An uncaught exception is printed by a module from 3.13 on. Importing it leaves garbage (classes written in Python that
# their versions in C replace), which the collections find that the import itself makes due.
import gc


def phase(name, info):
    print(name, info['generation'], info['collected'])


gc.collect()
gc.callbacks.append(phase)
raise ValueError('not caught')
