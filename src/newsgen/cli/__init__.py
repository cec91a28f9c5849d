"""The command line."""


def main() -> None:
    """Run the `newsgen` command."""
