def f(a, b):
    if a:
        raise
    if b:
        raise ValueError
    if a == b:
        raise ValueError('x') from None
    raise a from b

def g():
    raise ValueError(
        'long')
