class Visitor:
    def __init__(self, name):
        self.name = name  #: name

    def __del__(self):
        print('a visitor is freed')  #: freed

ids, kept = set(), []  #: empty

def is_new(visitor):
    new = id(visitor) not in ids  #: ask
    if new:
        ids.add(id(visitor))  #: note
        kept.append(visitor)  #: keep
    return new  #: answer

def day(names):
    count = 0  #: start
    for name in names:
        visitor = Visitor(name)  #: make
        for door in ('in', 'out'):
            if is_new(visitor):  #: door
                count += 1  #: count
    return count  #: total

print(day(['Ada', 'Bob', 'Cy']), 'visitors')  #: day
ids.clear()  #: forget
print('the day is over')  #: hunt
print('end')  #: end
# expect: 3 visitors
# expect: the day is over
# expect: end
# expect: a visitor is freed
# expect: a visitor is freed
# expect: a visitor is freed
