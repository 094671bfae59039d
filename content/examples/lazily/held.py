import sys

def shout(words):
    for word in words:  #: loop
        yield word.upper()  #: give

drinks = ['tea', 'milk']  #: make
print(sys.getrefcount(drinks))  #: before  # expect: 2
loud = shout(drinks)  #: call
print(sys.getrefcount(drinks))  #: called  # expect: 3
print(next(loud))  #: first  # expect: TEA
print(sys.getrefcount(drinks))  #: waiting  # expect: 4
del drinks  #: forget
print(list(loud))  #: rest  # expect: ['MILK']
print('end')  #: end  # expect: end
