"""Report formats: one interface, one file per format, listed in the registry."""
