# A proxy behaves like its object, without keeping it alive.
import gc
import sys
import weakref


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance

    def __add__(self, other):
        return self.balance + other

    def __radd__(self, other):
        return other + self.balance

    def __iadd__(self, other):
        self.balance += other
        return self

    def __len__(self):
        return 3

    def __getitem__(self, index):
        return (self.owner, self.balance, 'open')[index]

    def __setitem__(self, index, value):
        self.owner = value

    def __delitem__(self, index):
        self.balance = 0

    def __contains__(self, item):
        return item == self.owner

    def __eq__(self, other):
        return self.balance == other.balance

    def __neg__(self):
        return -self.balance

    def __int__(self):
        return self.balance

    def __index__(self):
        return self.balance

    def __pow__(self, other, modulus=None):
        return pow(self.balance, other, modulus)

    def __divmod__(self, other):
        return divmod(self.balance, other)

    def __bool__(self):
        return self.balance != 0

    def __str__(self):
        return f'{self.owner}: {self.balance}'

    def withdraw(self, amount):
        self.balance -= amount
        return self.balance


def attempt(action):
    try:
        print(action())
    except (TypeError, ReferenceError, AttributeError) as error:
        print(f'{type(error).__name__}: {error}')


account = Account('Ada', 12)
proxy = weakref.proxy(account)
print(sys.getrefcount(account))
print(proxy.owner, proxy.balance, proxy.withdraw(2))
print(proxy + 1, 1 + proxy, -proxy, int(proxy), 'abcdefghijklm'[proxy], proxy ** 2, pow(proxy, 2, 7), divmod(proxy, 3))
print(len(proxy), proxy[1], 'Ada' in proxy, list(proxy), bool(proxy), str(proxy), f'{proxy}')
proxy[0] = 'Bob'
del proxy[0]
print(account.owner, account.balance, bool(proxy))
proxy.balance = 5
print(account.balance, proxy == account, account == proxy, proxy != account)
del proxy.owner
attempt(lambda: proxy.owner)
print(type(proxy), type(proxy).__name__, isinstance(proxy, Account), proxy.__class__)
print(weakref.proxy(account) is proxy, weakref.proxy(account, print) is proxy)
attempt(lambda: hash(proxy))
attempt(lambda: proxy())
attempt(lambda: next(proxy))
attempt(lambda: proxy < 1)
attempt(lambda: proxy @ 2)
attempt(lambda: weakref.proxy())
attempt(lambda: weakref.proxy(account, None, 3))
attempt(lambda: weakref.proxy(5))
attempt(lambda: weakref.ProxyType())
attempt(lambda: weakref.proxy(account, callback=None))
print(gc.is_tracked(proxy), sys.getsizeof(proxy))
augmented = weakref.proxy(account)
augmented += 4
print(type(augmented).__name__, account.balance)
del augmented

# The shared reference and the shared proxy come first, then the newest.
first = weakref.ref(account, print)
second = weakref.proxy(account, print)
plain = weakref.ref(account)
names = {id(proxy): 'proxy', id(first): 'first', id(second): 'second', id(plain): 'plain'}
print([names[id(ref)] for ref in weakref.getweakrefs(account)], weakref.getweakrefcount(account))
del first, second

other = weakref.proxy(account, lambda dead: print('called with', type(dead).__name__))
del account
attempt(lambda: proxy.balance)
attempt(lambda: bool(proxy))
attempt(lambda: str(proxy))
attempt(lambda: proxy == 1)
attempt(lambda: len(other))
print(plain())


class Greeter:
    def __call__(self, name='you', *, mark='!'):
        return f'hello {name}{mark}'


greeter = Greeter()
call = weakref.proxy(greeter)
print(type(call), call(), call('Ada'), call('Ada', mark='?'), callable(call), callable(proxy))
print(isinstance(call, weakref.CallableProxyType), isinstance(call, weakref.ProxyType), weakref.ProxyTypes)


def function(x):
    return x * 2


print(weakref.proxy(function)(21))


class Numbers:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


numbers = Numbers()
view = weakref.proxy(numbers)
print(next(view), list(view))
greeter = None
attempt(lambda: call())
attempt(lambda: setattr(call, 'x', 1))
