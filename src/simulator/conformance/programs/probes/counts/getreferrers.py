# len(gc.get_referrers(a))
import gc
a = []
b = [a]; t = (a,); d = {'k': a}
print(len(gc.get_referrers(a)))
