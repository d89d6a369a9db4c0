"""The window: Qt and words. Reaches everything else through services; nobody below imports it."""
