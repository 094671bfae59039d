for x in y:
    try:
        a
    except* E:
        break
