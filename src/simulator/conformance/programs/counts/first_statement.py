x = 'a b'
import sys

y = 'a b'
print(sys.getrefcount(x), __doc__)
code = compile("'''The doc.'''\nz = 'The doc.'\nprint(R(z), R(__doc__), __doc__ is z)", 'text', 'exec')
space = {'R': sys.getrefcount}
exec(code, space)
print(sys.getrefcount(space['z']), sys.getrefcount(code.co_consts[0]))
exec("w = 'one two'\nprint(R(w))", space)
print(eval("(R('three four'), R('three four'))", space))


class A:
    """The doc of A."""

    print(sys.getrefcount(__doc__))


def f():
    """The doc of f."""
    s = 'The doc of f.'
    return sys.getrefcount(s)


print(f(), sys.getrefcount(f.__doc__), sys.getrefcount(A.__doc__))
