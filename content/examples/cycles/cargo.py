import gc

gc.collect()  #: clean-up
chart = ['chart']  #: chart
cargo = ['cargo']  #: cargo
ship = {'cargo': cargo, 'chart': chart}  #: ship
crew = {'ship': ship}  #: crew
ship['crew'] = crew  #: ring
del ship, crew, cargo  #: forget
print(gc.collect())  #: collect  # expect: 3
print(chart)  #: left  # expect: ['chart']
