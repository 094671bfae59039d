"""Tasks that take turns: a loop that runs what is ready, in order, and waits for nothing but a simulated clock."""
# NOT CPYTHON: all of it is written in Python, where futures and tasks are C there, so that counts of references to a
# coroutine or a task while the loop runs differ. Left out: threads, processes, streams, transports, task groups.

from asyncio.exceptions import CancelledError, InvalidStateError, TimeoutError
from asyncio.base_events import (AbstractEventLoop, get_event_loop, get_running_loop, new_event_loop, set_event_loop,
                                 _get_running_loop)
from asyncio.futures import Future, isfuture
from asyncio.tasks import (Task, all_tasks, create_task, current_task, ensure_future, gather, iscoroutine,
                           iscoroutinefunction, sleep, wait_for)
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.locks import BoundedSemaphore, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import run
