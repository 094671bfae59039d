# and, or, not, conditional expressions, chained comparisons and assert: what stays on the stack while they decide.
import sys
R = sys.getrefcount
class T:
    def __init__(self, truth):
        self.truth = truth
    def __bool__(self):
        seen.append(R(self))
        return self.truth
    def __lt__(self, other):
        seen.append(('<', R(self), R(other)))
        return T(self.truth)
    def __eq__(self, other):
        seen.append(('==', R(self), R(other)))
        return other
    def __contains__(self, x):
        seen.append(('in', R(self), R(x)))
        return x
def decide(yes, no, v, times):
    for i in range(times):
        seen.clear()
        a = yes and no and v
        b = no or yes or v
        c = v if no else yes
        d = yes if not no else v
        e = yes < no < v
        f = yes == no == v
        g = v in yes, v not in no
        h = (yes and v) or no
        k = not yes, not no
        if yes and not no or v:
            m = R(v)
        n = [x for x in (yes, no) if x or v] or v
        p = (lambda: yes if no else v)()
        q = R(yes or v), R(no or v), R(no and v)
        try:
            assert yes, v
            assert no, v
        except AssertionError as error:
            r = R(error), R(error.args), R(v)
    return [R(x) for x in (a, b, c, d, f, h, n, p)], type(e).__name__, g, k, m, q, r, tuple(seen), R(yes), R(no), R(v)
seen, yes, no, v = [], T(True), T(False), []
first, again, warm = decide(yes, no, v, 1), decide(yes, no, v, 2), decide(yes, no, v, 30)
print(first)
print(again == first, warm == first)
print(warm)
seen.clear()
a = yes and v
b = no or v
c = v if yes else no
print(R(a), R(v), R(no), seen)
print((yes and no) is no, (no or v) is v, R(v), R(T(True) and v), R(T(False) or v), R((T(True), v)[1] if yes else 0), seen)
seen.clear()
x = 1 < 2 < 3 and yes < v
print(type(x).__name__, seen, R(yes), R(v))
if (y := yes) and (z := v) is not None:
    print(R(y), R(z), R(yes), R(v))
print(any(x is v for x in [no, v]), all([yes, T(True)]), R(v), seen[-2:])
print([R(x) if x else R(v) for x in (yes, no)], {R(x) if x is v else 0 for x in [v]}, R(yes if v else no))
