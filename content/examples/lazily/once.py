def once(items):
    seen = set()  #: remember
    for item in items:  #: loop
        if item not in seen:
            seen.add(item)  #: add
            yield item  #: give

print(set([1, 2, 3, 1, 2, 4, 5]))  #: at-once  # expect: {1, 2, 3, 4, 5}
numbers = once([1, 2, 3, 1, 2, 4, 5])  #: make
print(next(numbers), next(numbers))  #: two  # expect: 1 2
print(numbers.gi_frame.f_locals['seen'])  #: remembered  # expect: {1, 2}
print(list(numbers))  #: rest  # expect: [3, 4, 5]
print(numbers.gi_frame)  #: over  # expect: None
