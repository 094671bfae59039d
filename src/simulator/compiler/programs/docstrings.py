"""Module doc.

    Indented."""
def f():
    'doc'
def g():
    """
    First.

        Second.
    Third.
    """
    return 1
class C:
    """Class
    doc."""
    def m(self):
        """Tab
	doc."""
        x = 1
def h():
    f'not a doc'
def i():
    b'not a doc'
def j():
    'a' + 'b'
def k():
    """ leading and trailing   
      spaces   
    """
