"""Conditions on a programme: what was asked for, whether it is met, what is left out."""
