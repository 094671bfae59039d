"""A loop for one coroutine, from its making to its end."""

from asyncio import base_events
from asyncio.tasks import all_tasks, gather, iscoroutine
from _collections_abc import Awaitable
from _profile import asyncio_wraps_awaitables


async def _wrap_awaitable(awaitable):
    return await awaitable


def run(main, *, debug=None, loop_factory=None):
    """Runs a coroutine to its end, and cancels what is left over then."""
    if base_events._get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    if not iscoroutine(main):
        if not asyncio_wraps_awaitables:
            raise ValueError('a coroutine was expected, got %r' % (main,))
        if not isinstance(main, Awaitable):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        main = _wrap_awaitable(main)
    loop = base_events.new_event_loop() if loop_factory is None else loop_factory()
    try:
        base_events.set_event_loop(loop)
        task = loop.create_task(main)
        return loop.run_until_complete(task)
    finally:
        task = None
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            base_events.set_event_loop(None)
            loop.close()


def _cancel_all_tasks(loop):
    left = all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(),
                'task': task,
            })
