# A text of one character is often the one object kept for that character, and often a new one: which method gives which.
import functools
import io
import json
import operator
import re
import string
import sys

R = sys.getrefcount
k, e, n, tab, kx, xk, nothing, five, comma = 'g', '\xe9', '\u0130', '\t', 'gu', 'ug', '', 5, 'g,u'


def kept(*texts):
    print([text is chr(ord(text)) for text in texts], end=' ')
    print([R(text) for text in texts if text is not chr(ord(text))])


kept(kx[0], kx[-1:], kx[::2], k[::-1], kx[1::-5], e[:], (e + k)[0], (e + k)[::2], (n + k)[0], (n + k)[1:], k[:])
kept(*kx, *list(xk), *reversed(k), *sorted(kx), max(xk), next(iter(kx)))
kept(k + nothing, nothing + k, k * 1, k.strip(), kx.rstrip('u'), xk.lstrip('u'), ' g '.strip(), kx.removesuffix('u'), xk.removeprefix('u'))
kept(comma.split(',')[0], comma.rsplit(',')[1], 'g u'.split()[0], 'g\nu'.splitlines()[0], comma.partition(',')[0], *comma.rpartition(','))
kept(k.lower(), k.upper(), k.title(), k.capitalize(), k.swapcase(), k.casefold(), 'G'.lower(), e.upper(), e.lower(), e.title())
kept(kx.replace('u', ''), 'guu'.replace('u', '', 2), 'aa'.replace('aa', k), k.replace('g', 'z'), k.replace('u', 'z'), nothing.replace('', k))
kept(tab.expandtabs(1), k.expandtabs(), nothing.ljust(1), nothing.rjust(1, k), nothing.center(1), nothing.zfill(1), k.ljust(1), k.zfill(1))
kept(''.join([k]), ''.join([k, nothing]), ''.join(k), ''.join((k, '', '')), k.join(['', '']), ''.join(c for c in k), '-'.join([k]), ''.join({k: 1}))
kept(k.translate({}), k.translate({103: 102}), k.translate({103: 'u'}), kx.translate({117: None}), k.translate(str.maketrans('g', 'z')))
kept(str(five), repr(five), ascii(five), five.__str__(), format(five), format(five, ''), format(five, 'd'), five.__format__(''), int.__repr__(five))
kept(f'{five}', f'{five!r}', f'{five!s}', f'{five!a}', f'{five:d}', f'{five:x}', f'{five:>1}', f'{k}', f'{k}{nothing}', f'{k!s}', f'{k:s}', f'{kx:.1}', f'{nothing:1}')
kept('%s' % k, '%s' % five, '%d' % five, '%i' % five, '%x' % five, '%r' % five, '%c' % 103, '%c' % k, '%.1s' % kx, '%1s' % nothing, '%s%s' % (k, nothing), '%s%s' % (five, nothing))
kept('{}'.format(k), '{}'.format(five), '{:d}'.format(five), '{!s}'.format(five), '{!r}'.format(five), '{}{}'.format(k, nothing), '{!s}'.format(k), '{:.1}'.format(kx))
kept(bin(1)[2:], hex(five)[2:], oct(five)[2:], str(10)[0], str(True)[0], str(5.0)[0], str([])[0], chr(103), chr(233), str(k), str(0), str(-0))
kept(b'g'.decode(), b'gu'.decode()[0], b'\xc3\xa9'.decode(), b'\xe9'.decode('latin-1'), str(bytearray(b'g'), 'ascii'), b'g'.hex()[0], bytes([5]).hex()[1])
kept(functools.reduce(operator.add, [k, nothing]), *map(str, [1, 2]), *(str(i) for i in range(3)), *[x for x in '1 2'.split()], sys.intern(''.join([k, ''])))
kept(io.StringIO('g\n').read(1), io.StringIO('g').read(), io.StringIO('g').getvalue(), io.StringIO('g').readline(), io.StringIO('g\nu').readlines()[1])
kept(json.loads('"g"'), json.dumps(five), *json.loads('{"g": 1}'), string.capwords(k), string.Template('$a').substitute(a=k))
m = re.match('(g)', kx)
kept(m[1], m[0], *m.groups(), m.expand(r'\1'), re.sub('u', '', kx), re.sub('g', 'g', k), re.sub('(g)u', r'\1', kx), re.split('u', kx)[0], *re.findall('g', k), re.escape(k))
text = ''
for piece in (k, five, kx):
    text = ''
    text += str(piece)[0]
    kept(text, text[:1])
print(str(five) is str(five), k.lower() is k.lower(), kx[0] is xk[1], {str(5): 1}.keys() == {'5'}, ''.join([k, '']) is ''.join([k, '']))
