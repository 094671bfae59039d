# What complex() makes of a text, and what it says of others.
class S(str): pass
for text in ['1', '1+2j', ' 1-2J ', '(1+2j)', '( 1 )', '1j', '-j', '+J', 'j', 'inf', '-infj', 'nan+infj', '1e3-1.5e-2j', '.5', '5.', '1_0+2_0j', '1__0', '1+2', '1+j', '1 + 2j', '', '()', '(1', '1)', 'x', '1j2', '1+2jj', 'e5', '1e999+1j', '\u0661+\u0662j', '\u00a01j\u2003', '1\0', 'infinity', 'Nan', '--1', '1++2j', '_1', '1_', '1_j', 'j1', '1e+5j', '0x1', '-0-0j', '(1+2j', 'true', '1+infj', '1-nanj', 'infj', 'nan', '(j)', '((1))', '1.5j+2', '1,5']:
    try: print(repr(text), complex(text))
    except ValueError as e: print(repr(text), type(e).__name__, e)
for args in [('1', 2), (1, '2'), ('1', '2'), (b'1',), (S('2j'),)]:
    try: print(complex(*args))
    except TypeError as e: print(e)
try: print(complex(real='1', imag=2))
except TypeError as e: print(e)
import sys
s = S('1+1j')
before = sys.getrefcount(s)
complex(s)
try: complex(s, 1)
except TypeError: pass
print(before, sys.getrefcount(s))
