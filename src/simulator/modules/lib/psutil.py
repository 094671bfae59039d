"""What psutil tells of a process, for the one that is simulated."""

from _process import getpid, _memory


class pmem(tuple):
    """Resident and virtual size, in bytes."""

    __slots__ = ()

    @property
    def rss(self):
        return self[0]

    @property
    def vms(self):
        return self[1]

    def __repr__(self):
        return 'pmem(rss=%d, vms=%d)' % self


class Process:
    def __init__(self, pid=None):
        self.pid = getpid() if pid is None else pid

    def memory_info(self):
        return pmem(_memory())
