# sys.flags / allocator
import sys
print(sys.implementation.name, hasattr(sys, '_debugmallocstats'), hasattr(sys, 'getallocatedblocks'), getattr(sys, '_is_gil_enabled', lambda: None)())
