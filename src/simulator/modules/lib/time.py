"""This module provides various functions to manipulate time values."""
from _time import (time, time_ns, monotonic, monotonic_ns, perf_counter, perf_counter_ns,
                   process_time, process_time_ns, thread_time, thread_time_ns, sleep, _gettmarg, _time_t)

timezone = altzone = daylight = 0
tzname = ('UTC', 'UTC')

_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
           'November', 'December')
_now = object()


class struct_time(tuple):
    """The time value as returned by gmtime(), localtime(), and strptime()."""
    # NOT CPYTHON: there a struct sequence made in C.
    __slots__ = ()
    n_fields = 11
    n_sequence_fields = 9
    tm_zone = 'UTC'
    tm_gmtoff = 0

    def __repr__(self):
        return 'time.struct_time(' + ', '.join(f'{n}={v!r}' for n, v in zip(_FIELDS, self)) + ')'


for _i, _n in enumerate(_FIELDS):
    setattr(struct_time, _n, property(lambda self, _i=_i: self[_i]))
del _i, _n


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_days(year):
    return (31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def gmtime(seconds=None):
    """Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT)."""
    seconds = _time_t(time() if seconds is None else seconds)
    days, rest = divmod(seconds, 86400)
    wday = (days + 3) % 7
    year = 1970
    while days < 0 or days >= 365 + _leap(year):
        if days < 0:
            year -= 1
            days += 365 + _leap(year)
        else:
            days -= 365 + _leap(year)
            year += 1
    yday = days + 1
    month = 1
    for length in _month_days(year):
        if days < length:
            break
        days -= length
        month += 1
    return struct_time((year, month, days + 1, rest // 3600, rest // 60 % 60, rest % 60, wday, yday, 0))


localtime = gmtime


def mktime(t, /):
    """Convert a time tuple in local time to seconds since the Epoch."""
    year, month, day, hour, minute, second = _gettmarg(t, 'mktime')[:6]
    days = day - 1 + sum(_month_days(year)[:month - 1])
    for y in range(1970, year):
        days += 365 + _leap(y)
    for y in range(year, 1970):
        days -= 365 + _leap(y)
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def _checked(t, name):
    # What is no time is refused; month, day and day of the year count from 1, and 0 is the first one too.
    t = _gettmarg(t, name)
    year, month, day, hour, minute, second, wday, yday, isdst = t
    wday = (wday + 1) % 7 - 1 if wday >= -1 else wday
    for value, least, most, what in ((month, 0, 12, 'month'), (day, 0, 31, 'day of month'), (hour, 0, 23, 'hour'),
                                     (minute, 0, 59, 'minute'), (second, 0, 61, 'seconds'),
                                     (wday, -1, 6, 'day of week'), (yday, 0, 366, 'day of year')):
        if not least <= value <= most:
            raise ValueError(what + ' out of range')
    return year, month or 1, day or 1, hour, minute, second, wday, yday or 1, isdst


def asctime(t=_now, /):
    """Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'."""
    t = _checked(localtime() if t is _now else t, 'asctime')
    return f'{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2} {t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}'


def ctime(seconds=None, /):
    """Convert a time in seconds since the Epoch to a string in local time."""
    return asctime(localtime(seconds))


def strftime(format, t=_now, /):
    """Convert a time tuple to a string according to a format specification."""
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    t = _checked(localtime() if t is _now else t, 'strftime')
    hour12 = t[3] % 12 or 12
    codes = {'Y': f'{t[0]}', 'm': f'{t[1]:02}', 'd': f'{t[2]:02}', 'H': f'{t[3]:02}', 'M': f'{t[4]:02}',
             'S': f'{t[5]:02}', 'y': f'{t[0] % 100:02}', 'j': f'{t[7]:03}', 'I': f'{hour12:02}',
             'p': 'AM' if t[3] < 12 else 'PM', 'a': _DAYS[t[6]][:3], 'A': _DAYS[t[6]], 'b': _MONTHS[t[1] - 1][:3],
             'B': _MONTHS[t[1] - 1], 'w': str((t[6] + 1) % 7), 'Z': 'UTC', 'z': '+0000', '%': '%', 'n': '\n', 't': '\t',
             'c': asctime(t), 'x': f'{t[1]:02}/{t[2]:02}/{t[0] % 100:02}', 'X': f'{t[3]:02}:{t[4]:02}:{t[5]:02}',
             'F': f'{t[0]}-{t[1]:02}-{t[2]:02}', 'T': f'{t[3]:02}:{t[4]:02}:{t[5]:02}', 'D': f'{t[1]:02}/{t[2]:02}/{t[0] % 100:02}'}
    parts = format.split('%')
    result = [parts[0]]
    at = 1
    while at < len(parts):
        part = parts[at]
        if part == '' and at + 1 < len(parts):
            result.append('%' + parts[at + 1])
            at += 2
            continue
        result.append(codes.get(part[:1], '%' + part[:1]) + part[1:])
        at += 1
    return ''.join(result)
