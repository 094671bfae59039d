# gc.collect(3)
import gc
try: gc.collect(3)
except ValueError as e: print(e)
try: gc.collect(-1)
except ValueError as e: print(e)
