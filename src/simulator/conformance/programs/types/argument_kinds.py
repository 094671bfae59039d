# Arguments of another type than a built-in method takes: None is called None where Argument Clinic speaks.


def tell(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Name: pass


for wrong in (None, 5, Name()):
    print(type(wrong).__name__)
    tell(str, b'a', wrong)
    tell(str, b'a', encoding=wrong)
    tell(b'a'.decode, wrong)
    tell(b'a'.decode, 'ascii', wrong)
    tell('a'.encode, wrong)
    tell(bytes.fromhex, wrong)
    tell(bytearray.fromhex, wrong)
    tell('a'.replace, wrong, 'b')
    tell('a'.split, wrong)
    tell('a'.join, wrong)
    tell('a'.startswith, wrong)
    tell('a'.find, wrong)
    tell(iter, wrong, 0)
    tell(super, wrong)
