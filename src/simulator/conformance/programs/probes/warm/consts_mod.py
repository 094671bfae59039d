# co_consts of a module body
c = compile("import sys\nx = 5000\ny = (1000, 2000)\nz = [1000, 2000, 3000]\nw = 'a b'\nv = 3 * 1000\n", 'm', 'exec')
print(c.co_consts)
