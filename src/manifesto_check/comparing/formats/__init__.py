"""Comparisons as text, data, tables, a page and a figure."""
