"""An evaluation shown: for the terminal, as JSON, as Markdown."""
