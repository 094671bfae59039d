# user-supplied memo keeps originals alive (memo[id(memo)])
import copy, sys
x = [[1], [2]]
memo = {}
y = copy.deepcopy(x, memo)
print(len(memo), memo[id(x)] is y, type(memo.get(id(memo))).__name__, len(memo[id(memo)]), sys.getrefcount(x))
