"""Enumerations: classes with a fixed set of named members."""
from types import MappingProxyType as _Proxy, DynamicClassAttribute
from operator import or_ as _or
from _profile import (enum_dir_flags as _dir_flags, enum_finds_members as _finds_members,
                      enum_hashable_values as _hashable_values, enum_unhashable_map as _unhashable_map)

__all__ = ['EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'auto', 'unique', 'property',
           'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP']

_property = property


class nonmember:
    """Protects item from becoming an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class member:
    """Forces item to become an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class auto:
    """Instances are replaced with an appropriate value in Enum class suites."""

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class property(DynamicClassAttribute):
    """An attribute of members that leaves room for a member of the same name."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass._member_map_.get(self.name)
            if found is not None:
                return found
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


class EnumDict(dict):
    """Keeps the order of the members and finds out what is one."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate_next_value = None

    def __setitem__(self, key, value):
        private = self._cls_name is not None and key.startswith(f'_{self._cls_name}__')
        if _is_sunder(key):
            if key == '_ignore_':
                self._ignore = list(value.replace(',', ' ').split() if isinstance(value, str) else value)
                value = self._ignore
            elif key == '_generate_next_value_':
                func = value.__func__ if isinstance(value, staticmethod) else value
                self._generate_next_value = func
            elif key not in ('_order_', '_missing_', '_numeric_repr_', '_iter_member_', '_flag_mask_', '_value_', '_name_', '_add_alias_',
                             '_add_value_alias_') and not key.startswith('_repr_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        elif isinstance(value, nonmember):
            value = value.value
        elif not (private or _is_dunder(key) or key in self._ignore or _is_descriptor(value)) or isinstance(value, member):
            if key in self._member_names:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        # auto() alone, or among the items of a tuple.
        if isinstance(value, auto):
            if value.value is None:
                value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            return tuple(self._resolve(key, v) for v in value)
        return value


_EnumDict = EnumDict
Enum = Flag = None


class EnumType(type):
    """Metaclass for Enum"""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
        enum_dict = EnumDict(cls)
        for base in reversed(bases):
            generate = getattr(base, '_generate_next_value_', None)
            if generate is not None:
                enum_dict._generate_next_value = generate
        return enum_dict

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        names = list(classdict._member_names)
        values = {name: classdict[name] for name in names}
        namespace = {k: v for k, v in classdict.items() if k not in values and k not in classdict._ignore and k != '_ignore_'}
        if '_generate_next_value_' in namespace and not isinstance(namespace['_generate_next_value_'], staticmethod):
            namespace['_generate_next_value_'] = staticmethod(namespace['_generate_next_value_'])
        namespace['_member_names_'] = []
        namespace['_member_map_'] = {}
        namespace['_value2member_map_'] = {}
        namespace['_unhashable_values_'] = []
        if _hashable_values:
            namespace['_hashable_values_'] = []
        if _unhashable_map:
            namespace['_unhashable_values_map_'] = {}
        use_new = namespace.pop('__new__', None) if Enum is not None else None
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        data_type = enum_class._data_type()
        enum_class._member_type_ = data_type
        if use_new is None:
            for base in bases:
                use_new = base.__dict__.get('__new_member__') if isinstance(base, EnumType) else None
                if use_new is not None:
                    break
        if use_new is not None:
            enum_class.__new_member__ = use_new
            use_new = enum_class.__new_member__
        # What the type of the values brings must not hide how an enumeration shows itself.
        for base in bases if data_type is not object else ():
            if isinstance(base, EnumType):
                for method in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
                    if method not in namespace and getattr(enum_class, method) in (
                            getattr(data_type, method), getattr(object, method)):
                        if not (method in ('__str__', '__format__') and base is not Enum and base is not Flag):
                            setattr(enum_class, method, getattr(base, method))
        for name in names:
            enum_class._add_member(name, values[name], data_type, use_new)
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
        if Flag is not None and issubclass(enum_class, Flag):
            mask = 0
            for m in enum_class._member_map_.values():
                mask |= m._value_
            enum_class._flag_mask_ = mask
            enum_class._all_bits_ = 2 ** mask.bit_length() - 1
            enum_class._member_names_ = [n for n in enum_class._member_names_
                                         if (v := enum_class._member_map_[n]._value_) and v & v - 1 == 0]
            enum_class._singles_mask_ = sum(enum_class._member_map_[n]._value_ for n in enum_class._member_names_)
            enum_class._boundary_ = boundary or getattr(enum_class, '_boundary_', None)
        return enum_class

    def _data_type(cls):
        for base in cls.__mro__[1:]:
            if base is object or isinstance(base, EnumType):
                continue
            if '__new__' in base.__dict__:
                return base
        return object

    def _add_member(cls, name, value, data_type, use_new):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (value,)
        if use_new is not None:
            new = use_new(cls, *args)
        elif data_type is object:
            new = object.__new__(cls)
        else:
            new = data_type.__new__(cls, *args)
        if not hasattr(new, '_value_'):
            new._value_ = value if data_type is object or use_new is not None and not isinstance(new, data_type) else data_type(*args)
        value = new._value_
        existing = None
        try:
            existing = cls._value2member_map_.get(value)
        except TypeError:
            existing = next((m for m in cls._member_map_.values() if m._value_ == value), None)
        if existing is None:
            new._name_ = name
            new.__objclass__ = cls
            new._sort_order_ = len(cls._member_names_)
            if cls.__init__ is not object.__init__:
                new.__init__(*args)
            cls._member_names_.append(name)
        else:
            new = existing
        type.__setattr__(cls, name, new)
        cls._member_map_[name] = new
        try:
            cls._value2member_map_.setdefault(value, new)
            if _hashable_values and value not in cls._hashable_values_:
                cls._hashable_values_.append(value)
        except TypeError:
            cls._unhashable_values_.append(value)
            if _unhashable_map:
                cls._unhashable_values_map_.setdefault(name, []).append(value)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *rest, module=None, qualname=None, type=None, start=1):
        if cls._member_map_ or names is None:
            return cls.__new__(cls, (value, names, *rest) if names is not None else value)
        return cls._create_(value, names, start=start, type=type)

    def _create_(cls, class_name, names, *, start=1, type=None):
        bases = (cls,) if type is None else (type, cls)
        metacls = cls.__class__
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, dict):
            names = list(names.items())
        elif names and isinstance(names[0], str):
            values = []
            pairs = []
            for count, name in enumerate(names):
                value = classdict._generate_next_value(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for name, value in names:
            classdict[name] = value
        import sys
        classdict['__module__'] = sys._getframe(2).f_globals.get('__name__', '__main__')
        return metacls.__new__(metacls, class_name, bases, classdict)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if _finds_members:
            if isinstance(value, Enum):
                return False
            from _sre import deprecated
            deprecated('in 3.12 __contains__ will no longer raise TypeError, but will return True or\n'
                       'False depending on whether the value is a member or the value of a member')
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                type(value).__qualname__, cls.__class__.__qualname__))
        try:
            cls(value)
            return True
        except ValueError:
            return False

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    if _finds_members:
        def __getattr__(cls, name):
            if not _is_dunder(name) and name in cls.__dict__.get('_member_map_', ()):
                return cls._member_map_[name]
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __dir__(cls):
        data = cls._member_type_
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__',
                 '__name__', '__qualname__', '__init_subclass__',
                 *(cls._member_map_ if _dir_flags and issubclass(cls, Flag) else cls._member_names_)}
        if hasattr(cls, '__new_member__'):
            names.add('__new__')
        return sorted(names if data is object else names.union(dir(data)))

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return _Proxy(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """Create a collection of name/value pairs."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m
        result = cls._missing_(value)
        if isinstance(result, cls) or isinstance(result, int) and getattr(cls, '_boundary_', None) is EJECT:
            return result
        if result is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}') if cls._member_map_ else TypeError(f'{cls!r} has no members defined')
        raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        data = self._member_type_
        value = repr(self._value_) if data is object else data.__repr__(self._value_)
        return f'<{self.__class__.__name__}.{self._name_}: {value}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        """What a member has to offer, other members not."""
        cls = type(self)
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if cls._member_type_ is not object:
            names.update(object.__dir__(self))
        for owner in (self, *cls.__mro__):
            for name, value in vars(owner).items():
                if name[0] == '_':
                    continue
                if name not in cls._member_map_ or getattr(value, 'fget', None) is not None:
                    names.add(name)
                elif isinstance(value, property):
                    names.discard(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """Only changes the repr(), leaving str() and format() to the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Enum where members are also (and must be) ints"""
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    """Enum where members are also (and must be) strings"""
    __str__ = str.__str__
    __format__ = str.__format__

    def __new__(cls, *values):
        for v in values:
            if not isinstance(v, str):
                raise TypeError(f'{v!r} is not a string')
        new = str.__new__(cls, *values)
        new._value_ = str(*values)
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of a value with bits that no flag has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(number, width):
    """A number in binary after its sign, as wide as another one."""
    ceiling = 2 ** number.bit_length()
    digits = format(number if number >= 0 else number + ceiling, 'b').zfill(number.bit_length())[-number.bit_length():]
    sign = '0' if number >= 0 else '1'
    return f'0b{sign} {digits.rjust(width, sign) if number else sign * width}'


class Flag(Enum):
    """Support for flags"""
    _flag_mask_ = 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, every, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        if not ~every <= value <= every or value & (every ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  '
                                 f'allowed {_bits(mask, width)}')
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        negative = value if value < 0 else None
        if value < 0:
            value = every + 1 + value if boundary in (EJECT, KEEP) else cls._singles_mask_ & value
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        new = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(new, '_value_'):
            new._value_ = value
        members = [m for m in cls if m._value_ & value]
        rest = value & ~cls._singles_mask_
        if rest:
            members += [m for m in cls._member_map_.values() if m not in members and m._value_ and m._value_ & value == m._value_]
        unknown = value
        for m in members:
            unknown &= ~m._value_
        new._name_ = '|'.join([m._name_ for m in members]) or None
        if new._name_ is not None and unknown:
            new._name_ += f'|{cls._numeric_repr_(unknown)}'
        new = cls._value2member_map_.setdefault(value, new)
        if negative is not None:
            cls._value2member_map_[negative] = new
        return new

    _numeric_repr_ = repr

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    @classmethod
    def _iter_member_(cls, value):
        for name in cls._member_names_:
            if cls._member_map_[name]._value_ & value:
                yield cls._member_map_[name]

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        shown = f'{self.__class__.__name__}.{self._name_}' if self._name_ is not None else self.__class__.__name__
        return f'<{shown}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _combined(self, other, op):
        if isinstance(other, self.__class__):
            other = other._value_
        elif not (isinstance(self, int) and isinstance(other, int)):
            return NotImplemented
        return self.__class__(op(self._value_, other))

    def __or__(self, other):
        return self._combined(other, _or)

    def __and__(self, other):
        return self._combined(other, lambda a, b: a & b)

    def __xor__(self, other):
        return self._combined(other, lambda a, b: a ^ b)

    def __invert__(self):
        if self._inverted_ is None:
            keeps = self._boundary_ in (EJECT, KEEP)
            self._inverted_ = self.__class__(~self._value_ if keeps else self._singles_mask_ & ~self._value_)
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


Flag._all_bits_ = Flag._singles_mask_ = 0
Flag._boundary_ = STRICT
Flag._inverted_ = None


class IntFlag(int, Flag, ReprEnum, boundary=KEEP):
    """Support for integer-based Flags"""
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__
    __str__ = int.__repr__
    __format__ = int.__format__


def unique(enumeration):
    """Class decorator for enumerations ensuring unique member values."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ', '.join([f'{alias} -> {name}' for alias, name in duplicates])
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration
