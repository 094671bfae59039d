# Which strings never die: names in code since 3.12; what only looks like a name does not, but in 3.12.
import sys

R = sys.getrefcount


def plain(value):
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    # How large an immortal count is depends on the words of the build.
    return 'immortal' if isinstance(value, int) and value > 2**29 else value


def show(*values):
    print(*map(plain, values))


def grembol(vexlar, *, plindor=None):
    'quixotry'
    norvath = 'wobbelin'
    return R('vexlar'), R('plindor'), R('norvath'), R('wobbelin'), R(norvath), R(grembol.__doc__)


class Sprockleton:
    'dunbrickle'
    twizzlon = 1

    def frambozel(self):
        self.glimstor = 2

    class Innerzak:
        pass


def seen(**given):
    return [R(k) for k in given]


show(grembol(1) if sys.version_info >= (3, 12) else 'counted')
if sys.version_info >= (3, 12):
    show(R('grembol'), R('Sprockleton'), R('twizzlon'), R('frambozel'), R('glimstor'), R('Innerzak'))
    show(R(Sprockleton.__name__), R(Sprockleton.__qualname__), [R(k) for k in vars(Sprockleton) if k[0] != '_'])
    show([R(n) for n in grembol.__code__.co_varnames], R(grembol.__name__), R(grembol.__code__.co_name))
    show(seen(chubbarow=1), R('chubbarow'), [R(k) for k in grembol.__kwdefaults__])
show(R('only_a_constant'), R('two words'), R('blivvet' 'joined'))
show(R(Sprockleton.frambozel.__qualname__), R(Sprockleton.Innerzak.__qualname__), R(Sprockleton.__doc__))
made = ''.join(['snark', 'elwump'])
show(R(made), sys.intern(made) is made, R(made), R('snarkelwump'))
table = {'jubjub_key': made}
show(R('jubjub_key'), R(made), [R(k) for k in table])
space = {}
exec('def borogrove(): return mimsyraths', space)
show([R(n) for n in space['borogrove'].__code__.co_names] if sys.version_info >= (3, 12) else 'a name')
show(seen(**{'tulgey' + 'wood': 1}), seen(**table))
Made = type('Vorpal' + 'Sword', (), {'manxome_foe': 3})
show(R(Made.__name__), [R(k) for k in vars(Made) if k[0] != '_'])
del table, space, Made
show(R(made))
