import copy

defaults = {'size': 10, 'colors': ['red']}  #: make
mine = copy.copy(defaults)  #: copy
mine['size'] = 12  #: replace
mine['colors'].append('blue')  #: change
print(mine)  #: mine  # expect: {'size': 12, 'colors': ['red', 'blue']}
print(defaults)  #: defaults  # expect: {'size': 10, 'colors': ['red', 'blue']}
