# Where compile() says a text goes wrong: texts end where they end, and so do their lines.
def attempt(source, mode):
    try:
        compile(source, '<string>', mode)
    except SyntaxError as e:
        print(mode, repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text), e.filename)


for source in (
    '1 +', '1 1', '(1', "f'{x'", 'x = 1', '', ' ', '1\n2', "'abc", '1 +\n', 'a b c', '\t1', '  1 +',
    'print 1', 'if x', ')', '1 @@ 2', 'x.1', '0777', '1_', '5a', 'for', 'é +', '"""abc', 'x := 1', 'lambda',
    '[1, 2', '{1:}', 'a = = 2', '1 = x', 'f() = 1', '$', '#', 'yield', 'a if b', '  ', '\t', ' \n', '\n ',
    '\n', '   #', '#x\n', '\n\n', ' \n1', '\n 1', '\n1 +', '1 +\n\n', '1 + \\', '1 + \\\n', '(1,\n2',
    '1 if 2 else', 'f(', 'x y', 'é y', '1 if 2\n', '"a" "b', "'''", 'x.', 'x[', 'x[1', '[1,,2]', '{1:2,',
    'not', '*a', '**a', 'lambda x', 'lambda: (', "f'{x!}'", "f'{x:'", "f'{x", "f'", '1 2 3\n', '1\r\n2',
    'await x', '1;', '1; 2', 'True = 1', 'a := 1\n', '(a := 1', "'\\x'", 'b"é"', '1__0', '0b2', '1e',
    '(1,\n2\n', 'f(a b)\n(\n', '(a b\nc)', '[a\nb c\nd', 'f(x for x in y, 1\n)', '(a\n= b)',
    'x = {1: 2, 3\n}', '"""a\nb', '(\n\n', '1 +\\\n', '(a,\n b c\n)', 'x\ny z\nw', '{\n"a": 1\n"b": 2\n}',
    'print("a"\nx = 1', 'print(f"{x"\n)', 'def f(:\n pass\nx', 'x = (\n1', 'a = [1,\n2,\n3)', '(]',
    'x = 1 if 2\ny', 'é(\n', 'if (x:\n y\n', 'while x\n y\nz', 'f(\na=1, 2\n)', 'f(**k, *a\n)', 'class A\n x',
    'import x y\nz', '1 = 2\nx', 'x = 5é', '١', 'x = “a”', '€', 'a\n\n  b', '0o8\n', 'x ="\ny',
    'lambda: x = 1\ny', 'not x = 1\n', '{**a, *b}\n', 'a b\n\n\n',
):
    attempt(source, 'eval')
for source in (
    '1 +', 'x = ', 'if x', 'if x:', 'if x:\npass', 'def f(:', 'def f():\n  x\n y', ' x', 'x\n  y', 'return',
    'break', 'a b', 'for x in', "print('a", 'class', 'x = (1,\n', 'while True print(1)', 'import',
    'from x import', 'def f():\n\treturn 1\n        x', 'x = 5 5\n', '\nx y\n', 'f(a for a in b, c)',
    'nonlocal x', 'print 1', "exec 'a'", 'f(**a, *b)', 'try:\n  x\n', 'x = 1\n  + 2', 'else: x',
    'if x = 1: y', 'a, b += 1', 'del f()', 'None = 1', 'def f(a, a): 1', 'x: int: 2', "f'{a b}'", "f'{'",
    "f'{}'", 'async x', 'await x', 'global x; x', ' ', '\n ', 'x\n ', 'if 1:\n ', 'if 1:\n#', 'if 1:\n\n\n',
    'def f():', 'class A:\n', 'for x in y:', 'while 1:\n', 'with a:', 'try:', 'try: x', 'try:\n x\nfinally:',
    'try:\n x\nexcept:', 'match x:\n case 1:', 'match x:', 'else:', 'if x:\n y\nelse:', 'if x:\n y\nelif z:',
    'def f(x', 'def f(x)', '@a', '@a\n', 'lambda x', 'x = [', 'x = """a\n', "x = 'a", 'import a.',
    'from a import (', 'from a import b,', 'global', 'raise x from', 'del', 'assert', 'return x', 'x =',
    'x +=', 'x:', 'pass pass', '1 + \\', 'é = 1 2', 'async def f():', 'async for x in y: pass',
    'try:\n x\n\n', 'try:\n x\n#y\n', 'try:\n x\ny', 'with open(x) as', 'x = 1 +', 'print(1', '\tx\n y',
    'if 1:\n\tx\n        y', '(1,\n2', '(1,\n2\n', 'f(a b)\n(\n', '(a b\nc)', '[a\nb c\nd',
    'f(x for x in y, 1\n)', '(a\n= b)', 'x = {1: 2, 3\n}', '"""a\nb', '(\n\n', '1 +\\\n', '(a,\n b c\n)',
    'x\ny z\nw', '{\n"a": 1\n"b": 2\n}', 'print("a"\nx = 1', 'print(f"{x"\n)', 'def f(:\n pass\nx',
    'x = (\n1', 'a = [1,\n2,\n3)', ')', '(]', 'x = 1 if 2\ny', 'é(\n', 'if (x:\n y\n', 'while x\n y\nz',
    'f(\na=1, 2\n)', 'f(**k, *a\n)', 'class A\n x', 'import x y\nz', '1 = 2\nx', 'x = 5é', '١', 'x = “a”',
    '€', 'a\n\n  b', '0o8\n', 'x ="\ny', 'lambda: x = 1\ny', 'not x = 1\n', '{**a, *b}\n', 'a b\n\n\n',
):
    attempt(source, 'exec')

import traceback
for source in '1 +', '  x y', '(1,\n2', 'x = 1', 'é é', 'a b\n':
    try:
        eval(source)
    except SyntaxError as e:
        print(e, e.args)
        print(''.join(traceback.format_exception_only(e)))
