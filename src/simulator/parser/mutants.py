"""Writes corpus/mutants.json: accidents to the programs of the parser's corpora, each as an edit [program, start, end, text].

    python3 mutants.py     (any version: the edits do not depend on it)

Half of them are blind: a token or a character lost, doubled, moved. The other half are what learners do: a colon forgotten,
`=` for `==`, a keyword misspelt, a word of another language.
"""

import json
import os
import random
import re

from record import corpus, mutated, programs

COUNT = 5000
TOKEN = re.compile(r'''#.*|"""[\s\S]*?"""|'[^'\n]*'|"[^"\n]*"|\w+|\*\*|//|<=|>=|==|!=|->|[-+*/%]=|[^\w\s]''')
WORDS = ['(', ')', '[', ']', '{', '}', ':', ',', '.', '=', '==', '+', '*', 'if', 'else', 'for', 'in', 'x', '1', '"a"', 'def', 'not', ';', "'"]

# Found → put in its place.
SWAPPED = [
    (r'(?<![=!<>:+*/%-])=(?!=)', ['==', ':=', '=>', '= =', '=+']),
    (r'==', ['=', '===', 'is =', '= =']),
    (r'!=', ['<>', '!', '=!']),
    (r'<=|>=', ['=<', '=>', '< =']),
    (r'\+=|-=', ['=+', '++', '+ =']),
    (r'\band\b', ['&&', 'And', 'adn']),
    (r'\bor\b', ['||', 'Or']),
    (r'\bnot\b', ['!', 'no', 'Not']),
    (r'\bin\b', ['of', 'ni', 'In', '']),
    (r'\belif\b', ['else if', 'elseif', 'elsif', 'elif:']),
    (r'\belse\b', ['els', 'else if', 'Else', 'otherwise']),
    (r'\bif\b', ['fi', 'If', 'when', 'if (']),
    (r'\bfor\b', ['fro', 'For', 'foreach', 'for each', 'for (']),
    (r'\bwhile\b', ['whlie', 'While', 'whil', 'until']),
    (r'\bdef\b', ['define', 'Def', 'fed', 'function', 'def def', '']),
    (r'\bclass\b', ['clas', 'Class', 'classs']),
    (r'\breturn\b', ['retrun', 'Return', 'return return', 'return =']),
    (r'\bimport\b', ['improt', 'Import', 'include', '']),
    (r'\bfrom\b', ['form', 'From', '']),
    (r'\btry\b', ['try:', 'tyr', 'Try']),
    (r'\bexcept\b', ['catch', 'exept', 'expect', 'Except']),
    (r'\bfinally\b', ['finaly', 'finnaly', 'else']),
    (r'\bwith\b', ['wiht', 'With', 'using']),
    (r'\bas\b', ['sa', 'As', ',']),
    (r'\blambda\b', ['lamda', 'Lambda', 'def', '']),
    (r'\bTrue\b|\bFalse\b', ['true', 'False True', 'TRUE']),
    (r'\bNone\b', ['null', 'none', 'None None']),
    (r'\bprint\(', ['print ', 'print((', 'print.(', 'Print(']),
    (r'\byield\b', ['yeild', 'yield yield', 'yield =']),
    (r'\bawait\b', ['await await', 'wait', 'await =']),
    (r'\basync\b', ['asinc', '', 'async async']),
    (r'\braise\b', ['throw', 'rise', 'raise raise']),
    (r'\bglobal\b|\bnonlocal\b', ['local', 'global global', 'globl']),
    (r'\bdel\b', ['delete', 'del del', 'Del']),
    (r'\bmatch\b', ['switch', 'macth', 'match match']),
    (r'\bcase\b', ['when', 'csae', 'default', 'case case']),
    (r'\blen\(', ['len ', 'len[', 'len()(']),
    (r'\brange\(', ['range ', 'range[', 'range((']),
    (r'#', ['//', '/*', '--']),
    (r'->', ['=>', ':', '-->']),
    (r'\*\*', ['^', '* *', '***']),
    (r'f(?=["\'])', ['ff', 'F ', 'f ', '']),
    (r'\b\d+\b', ['1st', '2x', '0123', '1_', '1.2.3', '0x', '1,000 000', '3e']),
    (r':(?= *\n)', ['', ';', ' {', '::', ' then:', ' then', ': {', '=', ' :)']),
    (r'\)(?= *\n)', ['', '))', ']', ');', ')}', '),']),
    (r'\)(?=:)', ['', '))', ']']),
    (r'\(', ['', '((', '[', '( (']),
    (r'\[', ['', '(', '[[', '{']),
    (r'[]}]', ['', ')', ']]', '}', '']),
    (r'[{]', ['', '(', '{{', '[']),
    (r',', ['', ',,', ';', '.', ' and ', ', ,']),
    (r'\.', ['', '..', ',', '->', '?.', '. .']),
    (r'["\']', ['', '"', "'", '\u201c', '"""', '`', '\\"']),
    (r'\b[a-z_]\w*\b', ['my name', '2nd', 'class', 'a-b', '$x', 'x!', 'x?', '@x', 'def', 'in', 'x y', 'None', 'é', '5']),
    (r'\w+(?= = )', ['5', '"a"', 'f()', 'x + 1', 'None', 'x, 1', '[x, 2]', 'not x', 'x.y()', 'x if y else z', 'lambda: 0', 'f"{x}"']),
    (r'\n', [';\n', ' \\\n', ' \\ \n', '\n\n  \n', '', ' }\n', ' end\n', '\n;\n', '\nelse:\n', '\n...\n']),
    (r'\n(?= )', ['\n\t', '\n ', '\n    ', '\n\u00a0', '\n}']),
    (r'\n +', ['\n', '\n ', '\n  ', '\n\t', '\n     ', '\n        ']),
    (r'\w+(?=\n)', ['', '=', ',', '+', ')', 'and', '.']),
]


def blind(rng, source):
    """A token, or a character, and what happens to it."""
    tokens = [match.span() for match in TOKEN.finditer(source)]
    at = rng.randrange(len(tokens) - 1)
    (start, end), (start2, end2) = tokens[at], tokens[at + 1]
    kind = rng.choice(['delete', 'delete', 'duplicate', 'swap', 'replace', 'insert', 'char', 'newline', 'indent', 'dedent'])
    if kind == 'delete':
        return [start, end, '']
    if kind == 'duplicate':
        return [end, end, ' ' + source[start:end]]
    if kind == 'swap':
        return [start, end2, source[start2:end2] + source[end:start2] + source[start:end]]
    if kind == 'replace':
        return [start, end, rng.choice(WORDS)]
    if kind == 'insert':
        return [start, start, rng.choice(WORDS) + ' ']
    if kind == 'char':
        place = rng.randrange(len(source))
        return [place, place + 1, '']
    breaks = [i for i, char in enumerate(source) if char == '\n'][:-1]
    if not breaks:
        return [start, end, '']
    place = rng.choice(breaks)
    if kind == 'newline':
        return [place, place + 1, '']
    if kind == 'indent':
        return [place + 1, place + 1, rng.choice(['    ', ' ', '\t'])]
    spaces = re.match(' *', source[place + 1:]).end()
    return [place + 1, place + 1 + min(spaces, rng.choice([1, 4])), '']


def learners(rng, source):
    """One of the swaps that this program has a place for, and one of those places."""
    while True:
        pattern, texts = rng.choice(SWAPPED)
        places = [match.span() for match in re.finditer(pattern, source)]
        if places:
            start, end = rng.choice(places)
            return [start, end, rng.choice(texts)]


def write_mutants():
    rng = random.Random(20240607)
    sources = programs()
    edits, seen = [], set(sources)
    while len(edits) < COUNT:
        program = len(edits) // 2 % len(sources)
        accident = (blind, learners)[len(edits) % 2]
        edit = [program, *accident(rng, sources[program])]
        result = mutated(sources, edit)
        if result not in seen:
            seen.add(result)
            edits.append(edit)
    with open(os.path.join(corpus, 'mutants.json'), 'w', encoding='utf-8') as file:
        file.write('[\n' + ',\n'.join(json.dumps(edit) for edit in edits) + '\n]\n')


if __name__ == '__main__':
    write_mutants()
