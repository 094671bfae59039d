import sys
R = sys.getrefcount
L = []; o = object()
L.append(o); print(R(o)); L.extend([o, o]); print(R(o)); L.insert(0, o); print(R(o)); L += [o]; print(R(o)); L.remove(o); print(R(o)); L.index(o); L.count(o); print(R(o)); M = L.copy(); print(R(o)); L.reverse(); L[1:2] = [o, o]; print(R(o)); L[::2] = [None] * len(L[::2]); print(R(o)); del L[:]; print(R(o)); M.clear(); print(R(o)); T = (o,) * 3; print(R(o)); T += (o,); print(R(o)); del T; print(R(o))
