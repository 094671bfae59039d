class C:
    __x = 1
    def m(self, __y):
        self.__z = __y
        __local = 1
        return self.__z, __local, __x, self.__dunder__, self._single
    def n(self, *, __k=1):
        import __mod
        from a import __b
        return lambda __q: __q
    class __Inner:
        __a = 1
class _D:
    __x = 2
class __:
    __x = 3
