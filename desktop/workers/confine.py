"""Limits that the operating system puts on a worker: memory, processor time, no children. Called by the worker on itself.

On Linux `setrlimit`; on Windows a Job Object (`job_object`). Never called in the program's own process.
"""

import signal
import sys

from desktop.workers.limits import Limits


def confine(limits: Limits) -> None:
    """Take away from this process what reading a file does not need. Cannot be undone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C belongs to the parent, which ends us
    if sys.platform == "win32":
        from desktop.workers import job_object

        job_object.confine(limits)
    else:
        _set_limits(limits)


def _set_limits(limits: Limits) -> None:
    import resource

    for what, soft, hard in (
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu, limits.cpu + 2),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        highest = resource.getrlimit(what)[1]
        if highest != resource.RLIM_INFINITY:
            soft, hard = min(soft, highest), min(hard, highest)
        resource.setrlimit(what, (soft, hard))
