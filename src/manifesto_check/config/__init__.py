"""The config file: finding and reading it, and what can be wrong with it."""
