"""The formats of ``diff``, one file each."""
