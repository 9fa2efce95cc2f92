"""How right the verdicts are: annotations, figures of accuracy, training."""
