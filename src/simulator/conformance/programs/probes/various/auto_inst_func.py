# same inside a function
import gc
class S: __slots__ = ('a',)
def main():
    keep = [None] * 20000
    marks = []
    n = 0
    def cb(ph, info):
        if ph == 'start': marks.append((len(marks), info['generation'], n))
    gc.collect()
    gc.callbacks.append(cb)
    for n in range(20000): keep[n] = S()
    gc.callbacks.clear()
    print([b[2] - a[2] for a, b in zip(marks, marks[1:])][:4])
main()
