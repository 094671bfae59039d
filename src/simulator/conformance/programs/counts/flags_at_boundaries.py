# What becomes of a flag's value that no member has, by boundary; what a member remembers.
import enum
from enum import Flag, IntFlag, CONFORM, EJECT, KEEP, STRICT, auto
class P(IntFlag):
    R=4; W=2; X=1
class C(Flag):
    A=auto(); B=auto(); D=auto(); AB=A|B
class M(Flag, boundary=CONFORM): A=1; B=4
class E(Flag, boundary=EJECT): A=1; B=4
class K(Flag, boundary=KEEP): A=1; B=4
class S(Flag, boundary=STRICT): A=1; B=4
print(list(P), list(C), len(C.AB), C.AB, ~C.A, ~C.AB, ~P.R, P(8), P(12), ~P(8), P(-1), repr(P(0)), C(0), C(7), C(5))
print(M(7), M(2), repr(E(2)), E(5), K(2), K(7), ~K.A, ~M.A, ~S.A, S(5), S(0))
for k,v in ((S,2),(S,8),(C,8),(S,-9),(C,-100)):
    try: print(k(v))
    except ValueError as e: print(e)
print(P.R|8, P.R|P.W, (P.R|P.W)&~P.W, P.R^P.R, bool(P(0)), P.R in P(7), C.A|C.D, C.A&C.AB, C.AB^C.A)
print(~C.A is ~C.A, C.A._inverted_, enum.FlagBoundary.STRICT, C._boundary_, P._boundary_, [m.name for m in C(7)], str(P(9)), P(9).name, C(5).name, K(2).name, K(3).name)
print(enum.STRICT, list(enum.FlagBoundary), C.__members__)
import sys
R = sys.getrefcount
both, other = C.A | C.D, P.R | P.W
print(R(both), R(other), R(C.A), R(~C.A), R(C.A), R(~~C.B), R(C.B), R(P.R), R(~P.R), R(both._value_) > 0)
print(R(C(5)), C(5) is both, R(M(7)), R(E.A), [R(m) for m in both], [R(m) for m in P])
