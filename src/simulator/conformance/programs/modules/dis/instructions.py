# dis.get_instructions, Bytecode, code_info, the helpers and the tables.
import dis


def f(a, *, b=2):
    c = a
    try:
        for x in c:
            print(x, b)
    except ValueError:
        return [y for y in a]
    return lambda: c


print(*dis.get_instructions(f), sep='\n')
print(*dis.get_instructions(f, first_line=100), sep='\n')
first = next(iter(dis.get_instructions('a.b')))
print(first._fields, first.positions._fields, dis.Positions(), dis.Positions(1, 2))
print(*[(i.opname, i.is_jump_target) for i in dis.get_instructions(f, show_caches=True)])
bytecode = dis.Bytecode('a if b else c')
print(bytecode, bytecode.first_line, bytecode.current_offset, bytecode.codeobj.co_name)
print(bytecode.dis())
print(bytecode.info())
print(*bytecode, sep='\n')
print(dis.Bytecode(f, first_line=50, current_offset=12).dis()[:600])
print(dis.Bytecode(f).exception_entries)
for it in (f, 'x = 1', len, (i for i in ())):
    try:
        dis.show_code(it)
    except TypeError as e:
        print(e)


async def g(a, /, *args, **kwargs):
    """Doc."""
    yield a


class C:
    def method(self):
        return __class__


print(dis.code_info(g))
print(dis.code_info(C.method))
print(dis.pretty_flags(0x1000243), dis.pretty_flags(0))
print(list(dis.findlinestarts(f.__code__)), dis.findlabels(f.__code__.co_code))
print([next(f.__code__.co_lines()), *f.__code__.co_lines()])
print(list(f.__code__.co_positions()))
print(type(f.__code__.co_lines()).__name__, type(f.__code__.co_positions()).__name__)
print(f.__code__.co_code, f.__code__.co_linetable, f.__code__.co_exceptiontable)
print(f.__code__.co_code is f.__code__.co_code, g.__code__.co_exceptiontable)

print(dis.__all__)
print(list(dis.opmap.items()))
print(dis.opname)
print(dis.cmp_op, dis.HAVE_ARGUMENT, dis.EXTENDED_ARG, dis.UNKNOWN)
for name in dis.__all__:
    if name.startswith('has'):
        print(name, getattr(dis, name))
for name, op in dis.opmap.items():
    effects = []
    for arguments, options in (((), {}), ((1,), {}), ((7,), {'jump': True}), ((7,), {'jump': False})):
        if name != 'BUILD_SLICE':
            try:
                effects.append(dis.stack_effect(op, *arguments, **options))
            except ValueError as e:
                effects.append(str(e))
    print(name, *effects)
for arguments in ((9999,), ('a',), ()):
    try:
        print(dis.stack_effect(*arguments))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    dis.stack_effect(dis.opmap['FOR_ITER'], 1, jump=1)
except ValueError as e:
    print(e)
import sys

R = sys.getrefcount

before = R(f.__code__)
listing = list(dis.get_instructions(f))
print(R(listing), R(listing[0]), R(f.__code__) - before)
code = dis.Bytecode(f)
print(R(code), R(f.__code__) - before, code.codeobj is f.__code__, R(f.__code__) - before)
for one in code:
    if one.opname == 'RETURN_VALUE':
        break
print(R(one), R(code), R(dis.code_info(f)) , R(f.__code__) - before)
del code, one, listing
print(R(f.__code__) - before)
