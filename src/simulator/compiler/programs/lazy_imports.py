lazy import a
lazy import b.c as d
lazy from e import f, g as h
with x:
    lazy import i
if y:
    import j
try:
    import k
finally:
    import l
