import gc
import psutil

def resident():
    return round(psutil.Process().memory_info().rss / 1024 / 1024)  #: ask

print(resident())  #: before
row = list(map(bytes, [479] * 4000))  #: row
print(resident())  #: grown
row = row[::500]  #: few
print(resident())  #: pinned
gc.collect()  #: collect
print(resident())  #: collected
row.clear()  #: clear
print(resident())  #: after
