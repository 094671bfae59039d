# The groups themselves: made, split, derived.
group = ExceptionGroup('outer', [ValueError(1), TypeError('two'), ExceptionGroup('inner', [OSError(3), ValueError(4)])])
print(group)
print(repr(group))
print(group.message, group.exceptions[0], len(group.exceptions), group.args[0])
match, rest = group.split(ValueError)
print(repr(match))
print(repr(rest))
print(repr(group.subgroup(lambda error: isinstance(error, (TypeError, OSError)))))
print(group.subgroup(KeyError), group.split(Exception)[1], group.split((TypeError, OSError))[0] is group)
print([c.__name__ for c in ExceptionGroup.__mro__])
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)

for arguments in ((), ('a',), (1, [ValueError()]), ('a', 3), ('a', []), ('a', [3]), ('a', [KeyboardInterrupt()])):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Tagged(ExceptionGroup):
    def __new__(cls, message, exceptions, tag='none'):
        self = super().__new__(cls, message, exceptions)
        self.tag = tag
        return self

    def __init__(self, message, exceptions, tag='none'):
        pass

    def derive(self, exceptions):
        return Tagged(self.message, exceptions, self.tag)


tagged = Tagged('t', [ValueError(1), KeyError(2)], 'blue')
part = tagged.subgroup(KeyError)
print(type(part).__name__, part.tag, part.exceptions)

try:
    raise ExceptionGroup('noted', [ValueError(1), KeyError(2)])
except ExceptionGroup as error:
    error.add_note('a note')
    part = error.subgroup(ValueError)
    print(part.__notes__, part.__notes__ is error.__notes__, part.__traceback__ is error.__traceback__)

try:
    group.message = 'x'
except AttributeError as error:
    print(error)

import sys

R = sys.getrefcount
one, two, three = ValueError(1), TypeError(2), OSError(3)
members = [one, ExceptionGroup('in', [two, three])]
outer = ExceptionGroup('out', members)
print(R(one), R(two), R(members), R(members[1]), R(outer), R(outer.exceptions))
match, rest = outer.split(TypeError)
print(R(one), R(two), R(three), R(match), R(rest), R(outer), R(rest.exceptions[1].exceptions))
sub = outer.subgroup(lambda error: R(error) < 0 or isinstance(error, OSError))
print(R(three), R(sub), R(sub.exceptions[0]), outer.subgroup(KeyError), R(outer))
print(outer.subgroup(Exception) is outer, R(outer), R(outer.derive([one])), R(one))
del match, rest, sub
print(R(one), R(two), R(three), R(outer))
whole = outer.split(lambda error: True)
print(whole[0] is outer, R(whole), R(outer), R(one))
try:
    outer.split(lambda error: R(error) / 0)
except ZeroDivisionError as error:
    print(R(error), R(outer), R(one))
del whole, members, outer
print(R(one), R(two), R(three))
