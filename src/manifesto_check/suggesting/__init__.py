"""Help with choosing terms: concepts, synonyms and word parts for the measures of a list."""
