import sys


class NotEnough(Exception):
    def __init__(self, account, wanted):
        super().__init__(f'{account.owner} has {account.balance}, not {wanted}')
        self.account = account


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []

    def take(self, amount):
        if amount > self.balance:
            raise NotEnough(self, amount)
        self.balance -= amount
        self.log.append(('take', amount))


def transfer(source, target, amount):
    receipt = {'from': source, 'to': target}
    source.take(amount)
    target.balance += amount
    receipt['amount'] = amount
    return receipt


ada = Account('Ada', 100)
bob = Account('Bob')
done = transfer(ada, bob, 30)
print(sys.getrefcount(ada))
kept = None
try:
    transfer(bob, ada, 99)
except NotEnough as error:
    kept = error
    print('refused:', error)
print(sys.getrefcount(bob))
frame = kept.__traceback__.tb_next.tb_frame
print(sorted(frame.f_locals))
del frame
kept = None
print(sys.getrefcount(bob))
transfer(ada, bob, 5000)
