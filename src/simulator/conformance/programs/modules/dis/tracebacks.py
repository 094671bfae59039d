# dis.distb and Bytecode.from_traceback mark the instruction an exception came from.
import dis


def divides(a):
    return [a,
            1 / a]


def calls(a):
    x = divides(a)
    return x


def looks(a):
    return a.b.c['d']


def raises(a):
    try:
        int(a, base=a)
    finally:
        del a


for function, argument in ((divides, 0), (calls, 0), (looks, 1), (raises, 7), (raises, 'x')):
    try:
        function(argument)
    except Exception as e:
        tb = e.__traceback__
        while tb.tb_next:
            tb = tb.tb_next
        print(tb.tb_lasti, tb.tb_lineno)
        dis.distb(tb)
        print(dis.Bytecode.from_traceback(e.__traceback__).dis())
        if hasattr(dis.Instruction, 'label'):
            dis.distb(tb, show_caches=True)
import sys

R = sys.getrefcount

given = []
try:
    given.append(given[1 / len(given):])
except ZeroDivisionError as e:
    tb = e.__traceback__
    before = R(tb)
    dis.distb(tb)
    shown = dis.Bytecode.from_traceback(tb)
    print(R(tb) - before, R(shown), R(given), R(e))
    del shown
print(R(tb), R(given))
