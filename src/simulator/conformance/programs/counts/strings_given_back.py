# Which methods of str give back the str itself, and which make another.
import sys

R = sys.getrefcount
text = ''.join(['plain ', 'text'])
same = [text.strip(), text.replace('z', 'y'), text[:], text.center(4), text.expandtabs(), str(text), text + '', '' + text,
        text * 1, text.removeprefix('q'), text.removesuffix('q'), text.zfill(2), text.ljust(3), format(text), f'{text}',
        '%s' % text, '{}'.format(text), ''.join([text]), text.lstrip('z'), text.translate({}), text.encode().decode(),
        text.lower(), text.casefold(), text.split('|')[0], text.partition('|')[0], text.rpartition('|')[2],
        text.splitlines()[0], str.__str__(text), text.format(), text % ()]
print([s is text for s in same])
print(R(text))
del same
print(R(text))
parts = text.split()
print([R(p) for p in parts], parts[0] is text, R(parts))
head, sep, tail = text.partition(' ')
print(R(head), R(tail), R(text))
for word in text.split(' ', 1):
    print(R(word), word.upper() is word, word.title() is word)
joined = ' '.join(parts)
print(joined is text, joined == text, R(joined), [R(p) for p in parts])
table = {p: p for p in parts}
print([R(p) for p in parts], R(table))
table = str.maketrans({ord('p'): parts[0]})
print(R(parts[0]), text.translate(table), R(parts[0]))
number = str(12345)
print(R(number), int(number), R(number), number.isdigit(), R(number))
data = text.encode()
print(R(data), data[:] is data, bytes(data) is data, data.strip() is data, R(data), data + b'' is data)


class Text(str):
    pass


own = Text(text)
print(R(own), R(text), own[:] is own, own.strip() is own, type(own.strip()).__name__, str(own) is own, R(own), own + '' is own)
print(sorted(parts) == parts, R(parts[0]), max(parts) is parts[1], R(parts[1]))
del parts, table, word, head, tail, sep
print(R(text))
