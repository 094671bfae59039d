# The same for a text that is compiled while a program runs.
for text in ["a = '\\d'\nb = = 1", "a = '\\d'", "a = '\\d'\nreturn", "1 is 1\nbreak"]:
    try:
        exec(text)
    except SyntaxError as error:
        print(error.msg, error.lineno)
