import gc

gc.collect()  #: clean-up
print(gc.get_threshold())  #: thresholds
# expect[-3.12]: (700, 10, 10)
# expect[3.13]: (2000, 10, 10)
# expect[3.14.0]: (2000, 10, 0)
# expect[3.14.5-]: (2000, 10, 10)
gc.collect(0)  #: young
print(gc.get_count())  #: after  # expect: (0, 1, 0)
keep = [[] for n in range(50)]  #: make
print(gc.get_count())  #: made  # expect: (51, 1, 0)
