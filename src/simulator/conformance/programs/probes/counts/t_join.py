# str join/split results
import sys
s = 'a b c'.split()
print(sys.getrefcount(s[1]) > 10**5, sys.getrefcount('xx yy'.split()[0]))
