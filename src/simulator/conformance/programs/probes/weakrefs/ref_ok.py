# types that can be weakly referenced
import weakref, re, collections, types, array, functools
def f(): pass
def g(): yield
class C: pass
class S: __slots__ = ('__weakref__',)
class S2: __slots__ = ('a',)
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class St(str): pass
for n, o in dict(inst=C(), slotw=S(), slot=S2(), cls=C, func=f, gen=g(), set=set(), frozenset=frozenset([1]), deque=collections.deque(), pattern=re.compile('x'), module=types, sublist=L(), subdict=D(), subint=I(1), subtuple=T((1,)), substr=St('a'), bound=C().__init__, lam=lambda: 0, partial=functools.partial(f), array=array.array('i'), code=f.__code__, exc=ValueError(), ordereddict=collections.OrderedDict(), defaultdict=collections.defaultdict(list), counter=collections.Counter(), builtin=len, file=__builtins__, prop=property(f), weakset=weakref.WeakSet(), mview=memoryview(b'a'), ns=types.SimpleNamespace(), gen2=(i for i in []), enum=enumerate([])).items():
    try: weakref.ref(o); print(n, '+', end=' ')
    except TypeError: print(n, '-', end=' ')
print()
