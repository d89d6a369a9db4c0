"""How large a foreign file may be before it is opened. Numbers only; what is done about them is in gate and zip_directory.

Source: the guard of `reliability.md` §3. What reading it may take is in `workers.limits`.
"""

from desktop.workers.limits import MIB

OFFICE_FILE = 25 * MIB
PDF_FILE = 50 * MIB
ZIP_ENTRIES = 2_000
ZIP_TOLD = 300 * MIB
ZIP_RATIO = 200
ZIP_RATIO_FROM = (
    8 * MIB
)  # smaller parts do no harm, and the tables and styles of real offices repeat themselves
