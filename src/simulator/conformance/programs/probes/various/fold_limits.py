# folded at compile time? 'a'*4096, *4097, (1,)*256, *257, 1<<127, 2**128, 'ab'*2048
import dis
def folded(src):
    c = compile(src, 'x', 'eval')
    return not any(i.opname in ('BINARY_MULTIPLY', 'BINARY_OP', 'BINARY_LSHIFT', 'BINARY_POWER', 'BINARY_ADD') for i in dis.get_instructions(c))
print(*[int(folded(s)) for s in ("'a'*4096", "'a'*4097", "(1,)*256", "(1,)*257", "1<<127", "1<<128", "2**127", "2**128", "10**30", "10**40", "'a'+'b'", "(1,2)+(3,)", "[1]*3", "1/3", "-1", "not 1")])
