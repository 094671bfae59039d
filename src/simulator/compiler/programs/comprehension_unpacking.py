a = [*x for x in y]
b = {*x for x in y}
c = {**x for x in y}
d = (*x for x in y)
def f(y):
    return [*x for x in y if x], (*x for x in y for z in x), {**x for x in y}
async def g(y):
    return [*x async for x in y], (*x async for x in y)
