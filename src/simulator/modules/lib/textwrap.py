"""Text wrapping and filling."""
# The words are found without re: a word ends at white space, after a hyphen between letters, and before a dash of two
# or more hyphens.

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_whitespace = '\t\n\x0b\x0c\r '
_to_spaces = dict.fromkeys(map(ord, _whitespace), ' ')


def _is_word(c):
    return c.isalnum() or c == '_'


def _is_letter(c):
    return _is_word(c) and not c.isdigit()


def _ends_dash(text, at):
    # The end of a dash that begins here, between a word and a word; 0 where none does.
    end = at
    while text.startswith('-', end):
        end += 1
    if end - at < 2 or end == len(text) or at == 0 or not _is_word(text[end]):
        return 0
    before = text[at - 1]
    return end if _is_word(before) or before in '!"\'&.,?' else 0


def _hyphenates(text, at):
    # Whether the hyphen here may end a line: two letters before it (or a-b-), two after it.
    before = text[max(0, at - 3):at]
    two = len(before) > 1 and _is_letter(before[-1]) and (_is_letter(before[-2]) or (
        len(before) > 2 and before[-2] == '-' and _is_letter(before[-3])))
    after = text[at + 1:at + 4]
    if not two or len(after) < 2 or not _is_letter(after[0]):
        return False
    return _is_letter(after[1]) or after[1] == '-' and len(after) > 2 and _is_letter(after[2])


def _pieces(text, hyphens):
    start = 0
    while start < len(text):
        end = start + 1
        if text[start] in _whitespace:
            while end < len(text) and text[end] in _whitespace:
                end += 1
        elif hyphens and text[start] == '-' and _ends_dash(text, start):
            end = _ends_dash(text, start)
        else:
            while end < len(text) and text[end] not in _whitespace:
                if hyphens and text[end] == '-':
                    if _hyphenates(text, end):
                        end += 1
                        break
                    if _ends_dash(text, end):
                        break
                end += 1
        yield text[start:end]
        start = end


class TextWrapper:
    """Object for wrapping/filling text."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_to_spaces)
        return text

    def _split(self, text):
        return list(_pieces(text, self.break_on_hyphens is True))

    def _fix_sentence_endings(self, chunks):
        i = 0
        while i < len(chunks) - 1:
            end = chunks[i][:-1] if chunks[i][-1:] in ('"', "'") else chunks[i]
            if chunks[i + 1] == ' ' and len(end) > 1 and end[-1] in '.!?' and 'a' <= end[-2] <= 'z':
                chunks[i + 1] = '  '
                i += 2
            else:
                i += 1

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        space_left = 1 if width < 1 else width - cur_len
        if self.break_long_words and space_left > 0:
            chunk = reversed_chunks[-1]
            end = space_left
            if self.break_on_hyphens and len(chunk) > space_left:
                hyphen = chunk.rfind('-', 0, space_left)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].strip() == '':
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line.pop())
            if not line:
                continue
            rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest_is_blank and length <= width:
                lines.append(indent + ''.join(line))
                continue
            # The last line there may be: as much of it as leaves room for the placeholder.
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    lines.append(indent + ''.join(line) + self.placeholder)
                    break
                length -= len(line.pop())
            else:
                last = lines[-1].rstrip() if lines else None
                if last is not None and len(last) + len(self.placeholder) <= self.width:
                    lines[-1] = last + self.placeholder
                else:
                    lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """Return the text as a list of lines of at most self.width columns."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """Return the text as one string of wrapped lines."""
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Wrap a single paragraph of text, returning a list of wrapped lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Fill a single paragraph of text, returning a new string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse and truncate the given text to fit in the given width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """Remove any common leading whitespace from every line in `text`."""
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in filter(None, lines):
        lead = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = lead
        while not lead.startswith(margin):
            margin = margin[:-1]
    width = len(margin or '')
    return '\n'.join([line[width:] for line in lines])


def indent(text, prefix, predicate=None):
    """Adds 'prefix' to the beginning of selected lines in 'text'."""
    return ''.join([prefix + line if (predicate(line) if predicate else line.strip()) else line
                    for line in text.splitlines(True)])
