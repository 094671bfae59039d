import io
import sys
from contextlib import redirect_stdout, redirect_stderr
def err(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
s = io.StringIO()
print(s.write('hello\n'), s.write('wörld\n'), repr(s.getvalue()), s.tell())
s.seek(0)
print(repr(s.read(3)), repr(s.readline()), repr(s.read()), repr(s.read()), repr(s.readline()))
s.seek(0); print(s.readlines()); s.seek(0)
for line in s: print(repr(line), s.tell())
t = io.StringIO('one\ntwo\r\nthree\rfour')
print(list(t), t.getvalue() == 'one\ntwo\r\nthree\rfour', next(t, 'end'))
u = io.StringIO('abcdef'); print(u.tell(), u.write('XY'), u.getvalue(), u.read()); u.seek(0, 2); u.write('!'); print(u.getvalue())
print(u.truncate(3), u.getvalue(), u.tell(), u.write('z'), repr(u.getvalue()))
v = io.StringIO(newline=None); v.write('a\r\nb\rc\n'); print(repr(v.getvalue()))
v = io.StringIO(newline='\r\n'); v.write('a\nb\n'); print(repr(v.getvalue()))
v = io.StringIO('a\r\nb\rc\n', newline=''); print(v.readlines())
with io.StringIO() as w:
    print('x', 1, 2.5, sep='-', file=w, end='.'); print(repr(w.getvalue()), w.closed, w.readable(), w.writable(), w.seekable(), w.isatty(), w.line_buffering)
err(lambda: w.getvalue()); err(lambda: w.write('x')); err(lambda: print('x', file=w)); print(w.closed)
err(lambda: s.write(5)); err(lambda: io.StringIO(5)); err(lambda: s.seek(-1)); err(lambda: s.seek(1, 1)); err(lambda: s.seek(0, 7)); err(lambda: s.fileno()); err(lambda: s.read('a')); err(lambda: io.StringIO(newline='x'))
f = io.StringIO()
with redirect_stdout(f) as g:
    print('caught'); print([1, 2], end=''); sys.stdout.write('|')
print(g is f, repr(f.getvalue()))
e = io.StringIO()
with redirect_stderr(e):
    print('oops', file=sys.stderr)
print(e.getvalue(), end='')
class Tee:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text); return len(text)
    def flush(self): self.parts.append('<flush>')
tee = Tee(); print('a', 'b', file=tee); print('c', file=tee, flush=True); print(tee.parts)
class NoWrite: pass
err(lambda: print('x', file=NoWrite()))
old = sys.stdout; sys.stdout = tee; print('hidden'); sys.stdout = old; print(tee.parts)
print(type(s), repr(s)[:23], isinstance(s, io.TextIOBase), isinstance(s, io.IOBase), issubclass(io.StringIO, io.TextIOBase), io.StringIO.__mro__)
s.writelines(['p', 'q\n']); print(s.getvalue().splitlines(), s.newlines, s.encoding, s.errors)
s.tag = 3; print(s.tag, s.__dict__); sys.stdout.flush(); print(s.close(), s.closed)
err(lambda: next(s)); err(lambda: iter(s)); err(lambda: s.tell()); err(lambda: s.readable())
class Log(io.StringIO):
    def line(self, text): self.write(text + '\n'); return self
print(repr(Log().line('a').line('b').getvalue()))
print(io.SEEK_SET, io.SEEK_END, io.DEFAULT_BUFFER_SIZE > 0, io.UnsupportedOperation.__mro__)

R = sys.getrefcount
text = ''.join(['some ', 'text\n'])
s = io.StringIO(text)
print(R(s), R(text), R(s.getvalue()), R(s.readline()), s.write(text), R(text))
for line in io.StringIO(text): print(R(line), R(text))
s.seek(0); it = iter(s); print(R(s), it is s, R(next(it)), R(s)); del it
with s as same: print(R(s), same is s)
try: s.write(text)
except ValueError as e: print(R(e), R(s), R(text))
s = io.StringIO()
try: s.write([text])
except TypeError as e: print(R(e), R(text))
with redirect_stdout(s): print(text, [text]); inside = R(s), R(text)
print(inside, R(s), R(text), len(s.getvalue())); s.tag = text; print(R(text)); del s; print(R(text))
lines = [text, text]; s = io.StringIO(); s.writelines(lines); print(R(text), R(lines), R(s), R(s.readlines()))
