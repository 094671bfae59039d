class Order:
    def __init__(self, dish):
        self.dish = dish  #: dish

    def __del__(self):
        print('an order is freed')  #: freed

def sit_down(dish, tab=[]):  #: define
    tab.append(Order(dish))  #: order
    print('ordered:', dish)  #: ordered
    return tab  #: give

def pay(tab):
    for order in tab:
        print('paid:', order.dish)  #: paid

ann = sit_down('tea')  #: ann
bob = sit_down('soup')  #: bob
pay(ann)  #: pay
del ann  #: leave
print('Ann has gone home')  #: hunt
print('end')  #: end
# expect: ordered: tea
# expect: ordered: soup
# expect: paid: tea
# expect: paid: soup
# expect: Ann has gone home
# expect: end
# expect: an order is freed
# expect: an order is freed
