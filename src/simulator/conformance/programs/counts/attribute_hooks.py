# __getattr__, __setattr__ and the like see the object that is asked.
import sys

R = sys.getrefcount

class A:
    def __getattr__(self, name):
        return R(self)
    def __setattr__(self, name, value):
        print('set', R(self), R(value))
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print('del', R(self))
        object.__delattr__(self, name)
    def __dir__(self):
        return [str(R(self))]
a, v = A(), []
for i in range(3):
    print(a.x, getattr(a, 'y'), a.__dir__(), dir(a))
    a.z = v
    print(R(v), R(a.z))
    del a.z
print(A().x, R(a), R(v))
A().q = []
