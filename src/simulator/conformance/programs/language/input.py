# Standard input is empty here: input() prints its prompt, and finds the end.
import sys

try:
    input('Name? ')
except EOFError as error:
    print()
    print(type(error).__name__, error)

try:
    input()
except EOFError as error:
    print(error.args)


class Prompt:
    def __str__(self):
        return 'asked'


prompt = Prompt()
for arguments in ((prompt,), (None,), (['a'],)):
    try:
        input(*arguments)
    except EOFError as error:
        print(' ', error)
print(sys.getrefcount(prompt))

for wrong in (lambda: input('a', 'b'), lambda: input(prompt='a')):
    try:
        wrong()
    except TypeError as error:
        print(error)

print(input, input.__name__)
