leads_to = {'a': 'b', 'b': 'ac', 'c': '', 'd': 'e', 'e': 'd'}  #: graph
white, grey, black = set(leads_to), ['a'], []  #: start
while grey:
    name = grey.pop()  #: take
    white.discard(name)
    black.append(name)  #: blacken
    grey += [other for other in leads_to[name] if other in white]  #: next
print(black)  #: black  # expect: ['a', 'b', 'c']
print(sorted(white))  #: white  # expect: ['d', 'e']
