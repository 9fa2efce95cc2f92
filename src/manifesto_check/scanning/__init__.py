"""Scanning many programmes: files in, a database out, whatever the files do."""
