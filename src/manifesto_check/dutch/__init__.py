"""The Dutch language work: a spaCy pipeline with sentences, lemmas, compound parts and stance."""
