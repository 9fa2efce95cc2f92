"""A store's results as HTML pages: a first page to search in, and a page for each programme."""
