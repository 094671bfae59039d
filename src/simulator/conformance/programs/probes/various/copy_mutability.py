# copy.replace exists (3.13)
import copy
print(hasattr(copy, 'replace'), copy.copy([1, 2]) == [1, 2])
