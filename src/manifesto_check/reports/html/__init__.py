"""HTML pages that stand on their own: one file, no request to anywhere, readable without script."""
