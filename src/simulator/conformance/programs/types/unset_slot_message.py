# How a slot without a value names the class: in full since 3.13.
class Outer:
    __slots__ = ('number',)


def make():
    class Local(Outer):
        class Inner(Outer):
            pass

    return Local


for o in Outer(), make()(), make().Inner():
    for do in (
        lambda: o.number,
        lambda: o.other,
        lambda: delattr(o, 'number'),
        lambda: Outer.number.__get__(o),
        lambda: getattr(o, 'number', 'none') and o.number,
    ):
        try:
            do()
        except AttributeError as error:
            print(error, '|', error.name)
Outer.__module__ = 'other'
try:
    Outer().number
except AttributeError as error:
    print(error)
