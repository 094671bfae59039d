class A:
    def __init__(self):
        super().__init__()
        super(A, self).__init__()
        x = super().attr
        y = super(A, self).attr
        z = super
        super().m(1, a=2)
        super().__class__
        w = super
        return __class__
    def m(self):
        def f():
            return super().m()
        return f
    @staticmethod
    def s():
        return super().s()
    def t(self):
        return [super().t() for _ in 'a']
    def u(self, /, x):
        return super().u(x).v
    def v(*args):
        return super().v
