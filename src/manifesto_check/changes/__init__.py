"""Two readings of a programme, an old and a new one, and what differs between them."""
