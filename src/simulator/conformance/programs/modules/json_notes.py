import json
for bad in ({'a': [1, {2}]}, [object], {'k': {'deep': (1, 2j)}}):
    try: json.dumps(bad)
    except TypeError as e: print(e, getattr(e, '__notes__', None))
    try: json.dumps(bad, indent=1)
    except TypeError as e: print(e, getattr(e, '__notes__', None))
class A: pass
def d(o): return [o.x] if hasattr(o, 'x') else {'bad': (1, o.missing)}
try: json.dumps([A()], default=d)
except AttributeError as e: print(e, getattr(e, '__notes__', None))
a = A(); a.x = a
try: json.dumps([a], default=d)
except Exception as e: print(type(e), e, getattr(e, '__notes__', None))
l = []; l.append([l])
try: json.dumps(l)
except Exception as e: print(type(e), e, getattr(e, '__notes__', None))
import sys
class Odd: pass
odd = Odd(); doc = {'a': [odd]}
for i in range(2):
    try: json.dumps(doc)
    except TypeError as e: print(sys.getrefcount(e), sys.getrefcount(e.args), sys.getrefcount(e.__dict__) if i else '-')
    print(sys.getrefcount(odd), sys.getrefcount(doc))
