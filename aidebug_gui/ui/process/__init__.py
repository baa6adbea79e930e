"""What the running program needs besides a window: QApplication, signals, garbage collection, crash reports."""
