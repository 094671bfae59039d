def f(a, b):
    assert a
    assert a, 'message'
    assert a == b, (a, b)
    assert not a
    assert a and b
    assert a < b < 3, f'{a}'
    assert (
        a
        == b
    ), 'split'

assert f
assert True
assert 0
