import tracemalloc

def load():
    pages = []  #: pages
    for n in range(10):
        pages.append(bytes(1000))  #: grow
    return len(pages)  #: return

tracemalloc.start()  #: start
count, kept = load(), []  #: load
for n in range(5):
    kept.append(bytes(500))  #: keep
lines = tracemalloc.take_snapshot().statistics('lineno')  #: snapshot
print(lines[0])  #: each  # expect: …:12: size=2729 B, count=6, average=455 B
print(lines[0].traceback[0].lineno)  #: top  # expect: 12
