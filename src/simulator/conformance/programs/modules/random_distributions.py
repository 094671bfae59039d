# The rarer distributions of random, what a seed may be, and what randrange makes of floats; bisect's lower bound.
import bisect
import random

random.seed(42)
for name, args in (('betavariate', (2, 3)), ('gammavariate', (2, 1)), ('gammavariate', (1, 2)), ('gammavariate', (0.5, 1)),
                   ('paretovariate', (3,)), ('weibullvariate', (1, 2)), ('vonmisesvariate', (0, 1)),
                   ('vonmisesvariate', (1, 0)), ('binomialvariate', (10, 0.3)), ('binomialvariate', (100, 0.4)),
                   ('binomialvariate', (100, 0.9)), ('binomialvariate', (5, 1.0)), ('binomialvariate', (1,))):
    try:
        print(name, args, [round(getattr(random, name)(*args), 9) for _ in range(4)])
    except AttributeError as e:
        print(e)
for call in (lambda: random.gammavariate(0, 1), lambda: random.Random(5).weibullvariate(1, 1) > 0,
             lambda: random.getrandbits(-1), lambda: bisect.bisect([1], 1, -1), lambda: bisect.insort([1], 1, -1)):
    try:
        print(call())
    except ValueError as e:
        print(e)
for seed in ([], {1: 2}, 1j, bytearray(b'x'), b'x'):
    try:
        random.seed(seed)
        print(random.random())
    except TypeError as e:
        print(e)
for args in ((1.5,), (7.0,), (1, 5.0), (1, 5, 1.5), ('a',), (1, 'b'), (10.0, 3), (5, 5), (1, 9, 0), (0,)):
    try:
        print(args, random.randrange(*args))
    except (TypeError, ValueError) as e:
        print(args, type(e).__name__, e)
