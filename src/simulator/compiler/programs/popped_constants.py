# Constants whose truth is known and that are only tested.
f(None or 'x')
f(1 or 2)
f('' or g)
x = False and g
y = (True and None) or g
None
