café = 'naïve'
print(café, '😀', café + 'x', len('你好'))
class É: à = 'ü' + café
