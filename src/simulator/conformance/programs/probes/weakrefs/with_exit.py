# with object death
class CM:
    def __enter__(s): print('enter', end=' '); return s
    def __exit__(s, *a): print('exit', end=' ')
    def __del__(s): print('del', end=' ')
with CM(): print('body', end=' ')
print('after', end=' ')
with CM() as c: print('body', end=' ')
print('after', end=' ')
del c
print()
