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
