kept = []  #: make
for n in [-6, -5, 256, 257, 1024, 1025]:  #: edges
    if n + 0 is n:  #: ask
        kept.append(n)  #: keep
print(kept)  #: kept
# expect[-3.14]: [-5, 256]
# expect[3.15-]: [-5, 256, 257, 1024]
