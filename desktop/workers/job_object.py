"""The Windows side of `confine`: the worker puts itself into a Job Object. Imported on Windows only (and by its test)."""

import ctypes
import sys
from ctypes import byref, c_int64, c_size_t, c_uint32, c_uint64, c_void_p, sizeof
from typing import Any

from desktop.workers.limits import Limits

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_TIME, _ACTIVE_PROCESS = 0x2, 0x8
_PROCESS_MEMORY, _DIE_ON_EXCEPTION, _KILL_ON_CLOSE = 0x100, 0x400, 0x2000
_TICKS = 10_000_000  # 100 ns in a second


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", c_int64),
        ("PerJobUserTimeLimit", c_int64),
        ("LimitFlags", c_uint32),
        ("MinimumWorkingSetSize", c_size_t),
        ("MaximumWorkingSetSize", c_size_t),
        ("ActiveProcessLimit", c_uint32),
        ("Affinity", c_size_t),
        ("PriorityClass", c_uint32),
        ("SchedulingClass", c_uint32),
    )


class _Counters(ctypes.Structure):
    _fields_ = tuple((name, c_uint64) for name in ("rops", "wops", "oops", "rbytes", "wbytes", "obytes"))


class _Extended(ctypes.Structure):
    _fields_ = (
        ("Basic", _Basic),
        ("Counters", _Counters),
        ("ProcessMemoryLimit", c_size_t),
        ("JobMemoryLimit", c_size_t),
        ("PeakProcessMemoryUsed", c_size_t),
        ("PeakJobMemoryUsed", c_size_t),
    )


_kept: list[Any] = []  # closing the handle would end the process


def confine(limits: Limits, kernel: Any = None) -> None:
    """Put this process into a job of its own: memory, processor time, one process. Raises OSError when refused.

    kernel: kernel32, or what a test gives instead.
    """
    kernel = kernel or _kernel32()
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        raise OSError("CreateJobObjectW")
    wanted = _wanted(limits)
    if not kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, byref(wanted), sizeof(wanted)):
        raise OSError("SetInformationJobObject")
    if not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
        raise OSError("AssignProcessToJobObject")
    _kept.append(job)


def _wanted(limits: Limits) -> _Extended:
    wanted = _Extended()
    wanted.Basic.LimitFlags = (
        _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE
    )
    wanted.Basic.PerProcessUserTimeLimit = limits.cpu * _TICKS
    wanted.Basic.ActiveProcessLimit = 1
    wanted.ProcessMemoryLimit = limits.memory
    return wanted


def _kernel32() -> Any:
    """kernel32 with the types of what is called; without them handles are cut to 32 bits."""
    if sys.platform != "win32":
        raise OSError("no Job Objects here")
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = c_void_p
    kernel.CreateJobObjectW.argtypes = (c_void_p, ctypes.c_wchar_p)
    kernel.SetInformationJobObject.argtypes = (c_void_p, ctypes.c_int, c_void_p, c_uint32)
    kernel.GetCurrentProcess.restype = c_void_p
    kernel.AssignProcessToJobObject.argtypes = (c_void_p, c_void_p)
    return kernel
