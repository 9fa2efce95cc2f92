"""Formats for the platforms that run checks of their own accord: JUnit, SARIF, GitHub, GitLab."""
