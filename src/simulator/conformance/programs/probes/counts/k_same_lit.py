# a=5000;b=5000;a is b ; across functions; 'x y' is 'x y'
a = 5000; b = 5000
def f(): return 5000
def g(): return 5000
x = 'x y'; y = 'x y'
t1 = (1, 2); t2 = (1, 2)
print(a is b, a is f(), f() is g(), x is y, t1 is t2, 1.5 is float('1.5'))
