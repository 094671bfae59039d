# A tracer in Python that notes what ours notes least of all: at each line, the reference count of every name of the frame.
# CPython and Pyodide run the same programs under it.
import sys


def run_traced(code, namespace):
    rows = []
    getrefcount = sys.getrefcount

    def trace(frame, event, arg):
        if event == 'line':
            rows.append((frame.f_lineno, {name: getrefcount(value) for name, value in frame.f_locals.items()}))
        return trace

    sys.settrace(trace)
    try:
        exec(code, namespace)
    finally:
        sys.settrace(None)
    return len(rows)
