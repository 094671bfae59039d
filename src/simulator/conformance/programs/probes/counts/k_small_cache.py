# is-identity: int('256'), int('257'), int('1024'), int('1025'), int('-5'), int('-6')
print(*[int(s) is int(s) for s in ('256', '257', '1024', '1025', '-5', '-6')])
