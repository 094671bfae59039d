# After gc.freeze() few objects are left, and a full collection is held back less by how many have survived the last one.
import gc

gc.collect()
made = []
for threshold in 1, 2:
    gc.set_threshold(1, threshold, 1)
    gc.freeze()
    print(gc.collect(), gc.get_freeze_count() > 0)
    for number in range(60):
        made = [made, number]
        if number % 5 == 4:
            print(gc.get_count(), end=' ')
    gc.unfreeze()
    print(gc.get_freeze_count(), gc.collect())
    for number in range(60):
        made = [made, number]
        if number % 5 == 4:
            print(gc.get_count(), end=' ')
    print()
