def promises():
    calls = []
    for word in ['tea', 'milk']:  #: loop
        calls.append(lambda: word)  #: promise
    return calls  #: return


first, second = promises()  #: call
print(first(), second())  #: asked  # expect: milk milk
print(first.__closure__[0] is second.__closure__[0])  #: one-cell  # expect: True
