"""What a line means: detection, record boundaries, projection to the canonical columns. Imports only ``sources``."""
