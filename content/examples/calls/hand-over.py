import sys


def clean(word):
    return word.strip().lower()


def process_data(data):
    result = [clean(word) for word in data]  #: build
    return result  #: hand-over


words = process_data([' Tea', 'Milk '])  #: call
print(words)  #: shown  # expect: ['tea', 'milk']
print(sys.getrefcount(words))  #: counted  # expect: 2
