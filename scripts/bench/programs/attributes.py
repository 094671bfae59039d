class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(n):
    p = Point(0, 0)
    for i in range(n):
        p.x = p.x + 1
        p.y = p.x - p.y
    return p.x + p.y


print(run(200000))
