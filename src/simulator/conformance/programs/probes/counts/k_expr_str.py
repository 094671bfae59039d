# folded string 'a'+'b c'
import sys
x = 'a' + 'b c'
print(sys.getrefcount(x))
