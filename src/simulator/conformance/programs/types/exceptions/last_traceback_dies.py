# The traceback of an uncaught exception keeps its frames alive until the exit, which takes it from sys name by name.
import sys


class Order:
    def __init__(self, dish): self.dish = dish

    def __del__(self):
        mine = [self.dish]
        print('freed', mine[0], sys.getrefcount(self), sys.getrefcount(mine))


def sit_down(dish, tab=None):
    if tab is None: tab = []
    tab.append(Order(dish))
    print(sys.getrefcount(tab), sys.getrefcount(tab[0]))
    tab[dish]
    return tab


ann = Order('bread')
sit_down('tea')
