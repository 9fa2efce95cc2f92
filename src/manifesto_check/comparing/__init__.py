"""Programmes side by side: what each promises, who alone does, which differences are real."""
