import sys

names = [sys._getframe().f_code.co_name for n in [1]]
print(names)  #: where
# expect[3.11]: ['<listcomp>']
# expect[3.12-]: ['<module>']
