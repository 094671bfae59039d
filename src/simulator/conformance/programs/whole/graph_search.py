# A graph as a dict of lists, searched in breadth with a deque and in depth with a recursive function.
import sys
from collections import defaultdict, deque

R = sys.getrefcount


class City:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a, b, c, d = cities = [City(n) for n in 'ABCD']
roads = defaultdict(list)
for start, end in (a, b), (a, c), (b, d), (c, d), (d, a):
    roads[start].append(end)
    roads[end].append(start)
del start, end
print([R(x) for x in cities], [R(roads[x]) for x in cities])


def breadth(start, goal):
    queue, came_from = deque([start]), {start: None}
    while queue:
        city = queue.popleft()
        if city is goal:
            break
        for other in roads[city]:
            if other not in came_from:
                came_from[other] = city
                queue.append(other)
    print('found', R(city), R(goal), len(queue), [R(x) for x in came_from])
    path = []
    while city:
        path.append(city)
        city = came_from[city]
    return path[::-1]


def depth(city, goal, seen=()):
    print(city, R(city), R(goal), R(seen) > 0, len(seen))
    if city is goal:
        return [city]
    for other in roads[city]:
        if other not in seen:
            rest = depth(other, goal, seen + (city,))
            if rest:
                return [city, *rest]
    return None


for search in breadth, breadth, depth, depth:
    path = search(a, d)
    print(path, [R(x) for x in path], R(path))
del path, search
roads.pop(d)
print([R(x) for x in cities])
for near in roads.values():
    near.clear()
del near
print([R(x) for x in cities], R(roads[d]), R(d))
roads.clear()
print([R(x) for x in cities], R(a))
