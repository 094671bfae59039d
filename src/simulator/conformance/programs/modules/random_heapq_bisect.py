import random, heapq, bisect, string, keyword
random.seed(42); print(random.random(), random.randint(1, 100), random.choice('abcdef'), random.uniform(1, 2), random.getrandbits(70))
l = list(range(10)); random.shuffle(l); print(l, random.sample(range(100), 5), random.choices('abc', k=5), random.choices([1, 2], weights=[1, 9], k=6))
print(random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(2), random.triangular(1, 5, 2), random.randrange(0, 100, 7), random.sample([1, 2, 3], counts=[5, 5, 5], k=4), random.lognormvariate(0, 1))
random.seed('text'); print(random.random()); random.seed(b'bytes'); print(random.random()); random.seed(3.5); print(random.random()); r = random.Random(7); print(r.random(), r.randint(0, 9)); s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random(), r.randbytes(4))
random.seed(-5); print(random.random()); random.seed(2**100); print(random.random())
for f in (lambda: random.randrange(0), lambda: random.randrange(5, 3), lambda: random.randrange(5, 3, 2), lambda: random.randint(5, 3), lambda: random.choice([]), lambda: random.sample([1], 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
h = [5, 3, 8, 1]; heapq.heapify(h); print(h, heapq.heappop(h), h); heapq.heappush(h, 0); print(h, heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), h, heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda v: -v), list(heapq.merge([1, 4], [2, 3])))
class T:
    def __init__(self, p): self.p = p
    def __lt__(self, o): return self.p < o.p
q = []
for p in (3, 1, 2): heapq.heappush(q, T(p))
print([heapq.heappop(q).p for _ in range(3)])
for f in (lambda: heapq.heappop([]), lambda: heapq.heappush(5, 1), lambda: heapq.heappop(())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = [1, 3, 3, 5]; print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9)); bisect.insort(a, 4); print(a, bisect.bisect([(1, 'a'), (3, 'b')], 2, key=lambda t: t[0])); bisect.insort(a, 0); print(a, bisect.bisect)
print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords('hello world'), string.Template('$a and ${b} $$').substitute(a=1, b=2), keyword.iskeyword('def'))
import sys
R = sys.getrefcount
class Item:
    def __init__(self, n): self.n = n
    def __lt__(self, other): seen.append((R(self), R(other))); return self.n < other.n
seen = []; items = [Item(n) for n in (3, 1, 2, 0)]; first = items[0]
h = []
for item in items: heapq.heappush(h, item)
print(seen, R(first), R(item), R(h)); seen.clear(); low = heapq.heappop(h); print(seen, R(low), R(h[0])); seen.clear()
print(heapq.heapreplace(h, low) is h[0], R(low), heapq.heappushpop(h, first) is low, R(first), R(low), seen); seen.clear()
heapq.heapify(items); print(seen, [R(i) for i in items]); seen.clear()
print([R(i) for i in heapq.nsmallest(2, items)], [R(i) for i in heapq.nlargest(2, items, key=lambda i: (R(i), i.n))], seen[:3]); seen.clear()
print([R(i) for i in heapq.merge([low], items)], R(low)); seen.clear(); sorted_items = sorted(items); seen.clear()
print(bisect.bisect(sorted_items, first), seen); seen.clear(); bisect.insort(sorted_items, low); print(seen, R(low), R(first)); seen.clear()
print(bisect.bisect_left(sorted_items, 2, key=lambda i: (print(R(i)), i.n)[1]), R(sorted_items), R(low))
random.seed(7); random.shuffle(items); print([R(i) for i in items], R(random.choice(items)), [R(i) for i in random.sample(items, 2)], [R(i) for i in random.choices(items, k=3)], R(low))
t = string.Template(''.join(['$a', ' $b'])); print(R(t), R(t.template), R(t.substitute(a=low, b=items).split(' ')[0]) > 0, R(low), R(items))
try: t.substitute(a=low)
except KeyError as e: print(R(e), e)
print(R(t), R(low), R(items))
