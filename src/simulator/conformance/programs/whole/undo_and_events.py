# Commands that can be undone, and listeners that are told: bound methods, closures and who keeps what.
import sys

R = sys.getrefcount


class Document:
    def __init__(self):
        self.lines, self.done, self.undone, self.listeners = [], [], [], []

    def on_change(self, listener):
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def tell(self, what):
        for listener in list(self.listeners):
            listener(what)

    def do(self, line):
        self.lines.append(line)
        self.done.append((self.lines.pop, (line,)))
        self.undone.clear()
        self.tell('did')

    def undo(self):
        function, (line,) = entry = self.done.pop()
        assert function() is line
        self.undone.append(entry)
        self.tell('undid')


class View:
    def __init__(self, document):
        self.document = document
        self.stop = document.on_change(self.changed)

    def changed(self, what):
        print(what, R(self), R(self.document), len(self.document.lines))

    def __del__(self):
        print('view gone')


document = Document()
print(R(document))
view = View(document)
print(R(view), R(document), R(view.stop), R(document.listeners[0]))
first, second = ''.join(['on', 'e']), ['two']
document.do(first)
document.do(second)
print(R(first), R(second), R(document.done[0]), R(document.lines))
document.undo()
print(R(second), R(document.undone), R(document.undone[0]))
document.do(first)
print(R(first), R(second))
view.stop()
print(R(view), R(document), len(document.listeners))
del view.stop
print(R(view), R(document))
del view
print(R(document))
document.on_change(print)
document.undo()
del document
print(R(first), R(second))
