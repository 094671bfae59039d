# id % 16, id % pool
import gc
print(id(object()) % 16, id([]) % 16, id(5000) % 16, id('x' * 600) % 16)
