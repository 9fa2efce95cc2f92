"""``python -m manifesto_check`` is the same as ``manifesto-check``."""

from manifesto_check.cli.main import main

if __name__ == "__main__":
    main()
