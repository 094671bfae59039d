import functools

@functools.lru_cache(maxsize=None)  #: cache
def load(number):
    return ['page', number]  #: page

for number in range(10):  #: numbers
    page = load(number)  #: load
print(load(9) is page)  #: same  # expect: True
del page  #: forget
print(load.cache_info().currsize)  #: kept  # expect: 10
load.cache_clear()  #: clear
print(load.cache_info().currsize)  #: cleared  # expect: 0
