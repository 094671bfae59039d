# What makes another methodcaller: its arguments, and with keywords a partial.
import copy
import operator
import sys
from functools import partial

name, argument, value = 'a name', [1], [2]
plain = operator.methodcaller(name, argument)
made = plain.__reduce__()
print(made, made[0] is operator.methodcaller, made[1][1] is argument)
print(sys.getrefcount(argument), sys.getrefcount(made[1]))
keyed = operator.methodcaller(name, argument, end=value)
maker, rest = keyed.__reduce__()
print(type(maker) is partial, maker.func is operator.methodcaller, maker.args, maker.keywords, rest)
print(sys.getrefcount(argument), sys.getrefcount(value), sys.getrefcount(maker))
print(maker(*rest))
del made, maker, rest
for each in (plain, keyed, operator.methodcaller('upper')):
    for copier in (copy.copy, copy.deepcopy):
        other = copier(each)
        print(other, other is each, sys.getrefcount(argument), sys.getrefcount(value))
print(copy.copy(operator.methodcaller('replace', 'a', 'b'))('banana'))
print(copy.copy(operator.methodcaller('split', sep='n'))('banana'))
