x = [
    1,
    a,
    b
]
y = f(
    1,
    2
)
z = (
    a +
    b *
    c
)
def f(
    a,
    b=(
        1
    ),
):
    return (
        a
    )
if (
    a
    and b
): pass
class C(
    A,
    B
): pass
w = a.b(
).c(
    d
)
v = {
    'a': 1,
    'b': f(
        2
    ),
}
def g():
    return g(
        1
    )(
        2
    )
for i in (
    a
):
    pass
with (
    a
) as b:
    pass
assert (
    a
), b
