# keys of gc.get_stats()
import gc
gc.collect()
s0 = gc.get_stats()
l = []; l.append(l); del l
gc.collect()
s1 = gc.get_stats()
print(len(s1), sorted(s1[0]), [b['collections'] - a['collections'] for a, b in zip(s0, s1)], s1[2]['collected'] - s0[2]['collected'])
