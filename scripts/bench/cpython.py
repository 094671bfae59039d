# The native interpreter as a peer: reads a request a line, answers with a line (see peers.ts).
import contextlib
import io
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from tracer import run_traced

print(json.dumps({'version': '.'.join(map(str, sys.version_info[:3]))}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    said = io.StringIO()
    namespace = {'__name__': '__main__'}
    with contextlib.redirect_stdout(said):
        start = time.thread_time()
        code = compile(request['source'], 'main.py', 'exec')
        steps = run_traced(code, namespace) if request['traced'] else exec(code, namespace)
        namespace.clear()
        took = time.thread_time() - start
    print(json.dumps({'ms': took * 1000, 'output': said.getvalue(), 'steps': steps}), flush=True)
