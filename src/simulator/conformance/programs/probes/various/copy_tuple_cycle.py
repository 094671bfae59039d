# deepcopy tuple containing list containing the tuple
import copy
l = []; t = (l,); l.append(t)
u = copy.deepcopy(t)
print(u is t, u[0] is l, u[0][0] is u)
