"""Fails when a class, struct, union or enum of the same qualified name is defined in two files.

The linker takes one of two such classes for both, and says nothing: where a function of one is inlined and of the other
is not, the wrong destructor runs. Names in an unnamed namespace or inside another class are their own and do not count.

    python3 one_definition.py FOLDER...
"""
import pathlib
import re
import sys

TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|^[ \t]*#(?:\\\n|[^\n])*'
    r'|[A-Za-z_]\w*|::|[{};()<>=,:]', re.S | re.M)


def tokens(text):
    for match in TOKEN.finditer(text):
        token = match.group()
        if token[0] not in '/"\'' and not token.lstrip().startswith('#') and not token.startswith('R"'):
            yield token


def opened_by(head):
    """What a brace opens, from the tokens since the last ; { or }: ('namespace', name), ('type', name) or None."""
    if head and head[0] == 'inline':
        head = head[1:]
    if head and head[0] == 'namespace':
        return 'namespace', ''.join(head[1:])
    depth = 0
    plain = []
    for token in head:  # without template arguments
        if token == '<':
            depth += 1
        elif token == '>':
            depth -= 1
        elif depth == 0:
            plain.append(token)
    if '(' in plain or '=' in plain:
        return None
    for kind in ('class', 'struct', 'union', 'enum'):
        if kind in plain:
            rest = [token for token in plain[plain.index(kind) + 1:] if token not in ('class', 'struct', 'final')]
            name = rest[0] if rest and re.match(r'\w', rest[0]) else ''
            return ('type', name) if name and not (len(rest) > 1 and rest[1] == '::') else ('type', '')
    return None


def definitions(text):
    scopes, head = [], []
    for token in tokens(text):
        if token == '{':
            scope = opened_by(head)
            inside = all(kind == 'namespace' and name for kind, name in scopes)
            if scope and scope[0] == 'type' and scope[1] and inside:
                yield '::'.join([name for _, name in scopes] + [scope[1]])
            scopes.append(scope or ('block', ''))
            head = []
        elif token == '}':
            if scopes:
                scopes.pop()
            head = []
        elif token == ';':
            head = []
        elif token == ':' and head and head[-1] in ('public', 'private', 'protected', 'Q_SIGNALS', 'Q_SLOTS'):
            head = []
        else:
            head.append(token)


def main(folders):
    places = {}
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob('*')):
            if path.suffix in ('.h', '.cpp'):
                for name in definitions(path.read_text(encoding='utf-8')):
                    places.setdefault(name, set()).add(str(path))
    twice = {name: sorted(files) for name, files in places.items() if len(files) > 1}
    for name, files in sorted(twice.items()):
        print(f'{name} is defined in {" and ".join(files)}')
    if len(places) < 100:
        print(f'only {len(places)} definitions were found: this script does not see them any more')
        return 1
    print(f'{len(places)} definitions, {len(twice)} of them twice')
    return 1 if twice else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
