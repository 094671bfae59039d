# StringIO, print to objects of one's own, and what a stream does with what it is given.
import io
import sys
R = sys.getrefcount
class File:
    def write(self, text):
        seen.append((R(self), type(text).__name__, R(text) if text is word else text))
    def flush(self):
        seen.append(('flush', R(self)))
class Shown:
    def __str__(self):
        seen.append(('str', R(self)))
        return word
class Text(str):
    pass
def told(*what):
    print(*what, seen, R(word), R(f), R(s), R(v))
    seen.clear()
seen, word, f, s, v = [], ''.join(['wo', 'rd']), File(), Shown(), []
print(word, s, sep=word, end=word, file=f)
told()
print(s, file=f, flush=True)
told()
print(*[s, word], file=f)
told(print(file=f))
out = io.StringIO()
told(R(out), out.write(word), R(out))
print(s, word, v, file=out)
told(R(out.getvalue()), out.tell(), out.seek(0), out.readline() == 'wordword word []\n')
lines = io.StringIO('a\nb\n')
told(R(lines), [R(x) for x in lines], lines.read() == '', R(iter(lines)))
with io.StringIO(word) as inner:
    told(R(inner), inner.read() == word, inner.getvalue() == word)
told(R(inner), inner.closed)
try:
    inner.read()
except ValueError as error:
    told(R(error), R(inner))
sub = Text(word)
told(out.write(sub), R(sub), R(io.StringIO(sub)), R(sub))
out.truncate(0)
out.own = v
told(R(out.own), R(out.__dict__), out.writelines([word, sub]), R(sub))
class Mine(io.StringIO):
    def write(self, text):
        seen.append((R(self), len(text)))
        return super().write(text)
m = Mine()
print(s, file=m)
told(R(m), m.getvalue())
saved, sys.stdout = sys.stdout, m
print(s)
sys.stdout = saved
told(R(m), R(saved) > 1)
try:
    print(s, file=v)
except AttributeError as error:
    told(R(error), R(error.obj))
