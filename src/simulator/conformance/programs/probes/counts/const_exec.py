# getrefcount(5000) under exec(compile(...))
exec(compile("import sys\nprint(sys.getrefcount(5000))", "x", "exec"))
