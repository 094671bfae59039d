class Book:
    def __init__(self, *pages):
        self.pages = pages  #: pages

    def __del__(self):
        print('a book is freed')  #: freed

def matches(book, word):
    for number, page in enumerate(book.pages, 1):  #: turn
        if word in page:
            yield number  #: give

def look_up(book, word):
    found = matches(book, word)  #: search
    searches.append(found)  #: keep
    return next(found, 'nowhere')  #: first

searches = []  #: empty
shelf = [Book('green tea', 'milk', 'tea'), Book('salt', 'rice')]  #: shelf
for book in shelf:  #: each
    print('tea:', look_up(book, 'tea'))  #: ask
del book  #: unname
shelf.clear()  #: clear
print('the shelf is empty')  #: hunt
print('end')  #: end
# expect: tea: 1
# expect: tea: nowhere
# expect: a book is freed
# expect: the shelf is empty
# expect: end
# expect: a book is freed
