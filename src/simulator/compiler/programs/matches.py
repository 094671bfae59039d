def f(x):
    match x:
        case 1:
            return 'one'
        case 'a' | 'b':
            return 'ab'
        case None:
            return 'none'
        case [a, b]:
            return a, b
        case [a, *rest]:
            return a, rest
        case [a, *_, b]:
            return a, b
        case {'k': v, **rest}:
            return v, rest
        case {'x': 1}:
            return 2
        case {}:
            return 3
        case P(a, b=c):
            return a, c
        case P():
            return 4
        case (1 | 2) as n if n > 1:
            return n
        case -1:
            return 5
        case 1 + 2j:
            return 6
        case A.B:
            return 7
        case True:
            return 8
        case []:
            return 9
        case [_, _]:
            return 10
        case str(s):
            return s
        case y:
            return y

match x:
    case 1:
        print(1)
    case _:
        print(2)
match x:
    case _:
        print(3)
match x, y:
    case (a, b) if a:
        pass
    case a, b:
        print(a)
match x:
    case [P(x=1), {'a': [b, *c]}] | [b, c]:
        print(b, c)
    case {**all}:
        print(all)
