"""Matching: passages, concepts, meaning, signals, verdict, evidence."""
