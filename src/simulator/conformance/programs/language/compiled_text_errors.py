# What the compiler, after the parser, finds wrong in a text that is no file comes without its line.
import traceback

for text in ('return 1', 'x = 1\nbreak', 'def f(a, a): pass', 'def f():\n    nonlocal q', 'f() = 1', 'x = (1, 2'):
    for run in (exec, lambda text: compile(text, '<made>', 'exec')):
        try:
            run(text)
        except SyntaxError as e:
            print(e.filename, e.lineno, e.offset, repr(e.text and e.text.strip()))
            print(''.join(traceback.format_exception_only(e)))
exec('x = 1\nawait x')
