# Who holds the type parameter of a class: its base, and what `typing` remembers. Before 3.12 a SyntaxError.
import sys

source = '''
R = sys.getrefcount

class Own[T]:
    def method(self, x: T):
        return R(self), R(x)

T = Own.__type_params__[0]
print(R(T), R(Own.__parameters__), R(Own.__orig_bases__[0]))
made = Own[int]
print(R(made), R(made().method), R(made.__args__), R(T))
'''
try:
    exec(source)
except SyntaxError as error:
    print('SyntaxError', sys.getrefcount(error))
