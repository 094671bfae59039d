# literal in an imported module (fresh compile, then from .pyc)
import sys, os, tempfile
d = tempfile.mkdtemp()
open(d + '/mod_q.py', 'w').write('import sys\nr = sys.getrefcount(5000)\nx = 6000\nq = sys.getrefcount(x)\n')
sys.path.insert(0, d)
import mod_q
a = (mod_q.r, mod_q.q)
del sys.modules['mod_q']; del mod_q
import mod_q
print(a, (mod_q.r, mod_q.q))
