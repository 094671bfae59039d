# at exit, newest first; atexit=False
import weakref
class C: pass
o = C(); p = C()
weakref.finalize(o, print, 'first')
weakref.finalize(p, print, 'second')
weakref.finalize(o, print, 'not').atexit = False
print('end')
