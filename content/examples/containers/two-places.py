import sys

tea = ['tea']  #: make
shop = {'shelf': [tea], 'window': tea}  #: place
print(sys.getrefcount(tea))  #: placed  # expect: 4
shop['window'].append('green')  #: change
print(shop['shelf'])  #: seen  # expect: [['tea', 'green']]
del tea  #: unbind
print(sys.getrefcount(shop['window']))  #: unnamed  # expect: 3
