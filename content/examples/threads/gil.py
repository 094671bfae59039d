import sys

ask = getattr(sys, '_is_gil_enabled', None)  #: ask
print(ask() if ask else 'there is only one build')  #: answer
# expect[3.11-3.12]: there is only one build
# expect[3.13-3.15]: True
