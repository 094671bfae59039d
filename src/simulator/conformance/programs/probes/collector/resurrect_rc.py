# resurrect by refcount path: second death
keep = []
class C:
    def __del__(self): keep.append(self); print('del', end=' ')
a = C()
del a
keep.clear()
print(len(keep))
