"""What every page is given: the open workspace and the window's shared parts. Nothing global."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from desktop.services.workspace import Workspace
from desktop.ui.doing import Doer
from desktop.ui.hub import Hub
from desktop.ui.jobs import Jobs
from desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """work: the workspace; hub: signals between parts; jobs: long work; doer: named changes that can be undone; settings: of the
    screen (ini under the home); theme: tokens in force when the window was made."""

    work: Workspace
    hub: Hub
    jobs: Jobs
    doer: Doer
    settings: QSettings
    theme: Theme
