"""Saved web pages as programmes."""

from manifesto_check.sources.html.reader import HtmlSource

__all__ = ["HtmlSource"]
