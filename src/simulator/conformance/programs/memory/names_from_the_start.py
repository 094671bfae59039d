# Strings the interpreter has from its start are immortal (3.11: their counts begin at 999999999), and so is a name like theirs.
import sys


def stays(text): return sys.getrefcount(text) > 10 ** 8


print([(x, stays(x)) for x in ('name', 'key', 'data', 'value', 'keys', 'append', 'write', 'my_own_name', 'learner')])
print({key: stays(key) for key in {'last': 1, 'first_of_mine': 2, 'offset': 3}})
made = ''.join(['na', 'me'])
print(made == 'name', made is sys.intern(made), sys.intern(made) is sys.intern('name'), sys.getrefcount(made))
made = ''.join(['offset_', 'src'])
print(sys.intern(made) is made, stays(made), stays(sys.intern(made)))
made = ''.join(['offset_', 'of_mine'])
print(sys.intern(made) is made, stays(made) == (sys.version_info[:2] == (3, 12)))


class Holder: pass


setattr(Holder, ''.join(['fil', 'ter']), 1)
setattr(Holder, ''.join(['fil', 'ter_of_mine']), 1)
print([stays(name) for name in vars(Holder) if name.startswith('filter')])
print([name for name in ('__doc__', '__dict__', '__weakref__', '__module__') if not stays(name)])
