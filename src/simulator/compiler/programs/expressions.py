1
'x'
None
x
x.y
x[0]
x()
x + 1
-x
not x
[x]
(x, 1)
lambda: x
x if y else z
x and y
x < y
...
