class Order:
    def __init__(self, table):
        self.table = table  #: table

    def __del__(self):
        print('an order is freed')  #: freed

class Waiter:
    orders = []  #: orders

    def __init__(self, name):
        self.name = name  #: name

    def take(self, order):
        self.orders.append(order)  #: take

def serve(waiter, table):
    order = Order(table)  #: make
    waiter.take(order)  #: note
    print(waiter.name, 'serves table', table)  #: serve

ann, bob = Waiter('Ann'), Waiter('Bob')  #: come
serve(bob, 2)  #: by-bob
serve(ann, 1)  #: by-ann
del ann  #: leave
print('Ann has gone home')  #: hunt
print('end')  #: end
# expect: Bob serves table 2
# expect: Ann serves table 1
# expect: Ann has gone home
# expect: end
# expect: an order is freed
# expect: an order is freed
