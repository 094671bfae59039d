# The same for a text that is compiled while a program runs.
for text in ["a = '\\d'\nb = = 1", "a = '\\d'", "a = '\\d'\nreturn", "1 is 1\nbreak"]:
    try:
        exec(text)
    except SyntaxError as error:
        print(error.msg, error.lineno)
import sys

R = sys.getrefcount
text = ''.join(['b = ', 'a'])
space = {'a': [text]}
for source in (text, text + ' =', '1 is a\n' + text):
    try:
        exec(source, space)
    except SyntaxError as error:
        print(R(error), R(error.text), error.lineno)
    print(R(text), R(source), R(space), R(space['a']))
