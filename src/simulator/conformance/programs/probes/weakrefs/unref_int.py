# weakref.ref(5) etc: error text
import weakref
for o in (5, 'a', (), [], {}, None, 1.5, b'', object(), True, range(3), [].append, slice(1), iter([])):
    try: weakref.ref(o); print(type(o).__name__, 'ok', end=' ; ')
    except TypeError as e: print(e, end=' ; ')
print()
