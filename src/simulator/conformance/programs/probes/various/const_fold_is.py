# a=ab*2 vs abab; 1000+1 vs 1001; (1,2)+(3,); a*20; (a b)*2
a = 'ab' * 2; b = 'abab'
c = 1000 + 1; d = 1001
e = (1, 2) + (3,); f = (1, 2, 3)
g = 'a' * 20; h = 'aaaaaaaaaaaaaaaaaaaa'
i = 'a b' * 2; j = 'a ba b'
print(a is b, c is d, e is f, g is h, i is j, ('x' 'y') is 'xy')
