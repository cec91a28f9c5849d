"""`python -m newsgen` is the `newsgen` command."""

from newsgen.cli import main

if __name__ == "__main__":
    main()
