"""Personal data and secrets in the window: badges, underlines, reasons, a panel, hiding them, masked copies."""
