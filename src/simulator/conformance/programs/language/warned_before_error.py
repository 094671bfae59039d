# What the parser has warned of is printed although the program does not compile.
pattern = '\d'
other = b'\400 \q'
text = f'x\d{pattern}\q'


def f():
    return '\z'


print('\w'
