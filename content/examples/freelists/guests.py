seen = {}  #: make


def meet(guest):
    known = id(guest) in seen  #: ask
    seen[id(guest)] = True  #: note
    return known  #: return


ada = meet(['Ada'])  #: ada
bob = meet(['Bob'])  #: bob
print(ada, bob)  #: met  # expect: False True
print(len(seen))  #: entries  # expect: 1
