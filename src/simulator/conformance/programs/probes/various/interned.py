# sys.intern, is on run-time strings
import sys
a = 'hello'; n = 'hel'; b = n + 'lo'
print(a is b, a is sys.intern(b), 'a b' is 'a b', ''.join(['a', ' b']) is 'a b', sys.intern('q w') is sys.intern('q ' + 'w'[:1]))
