"""The command line: commands, options, everything printed, and exit codes.

app         the `newsgen` command itself, its -C, and how errors are told
options     options that several commands share
building    build
preview     serve
checking    check
inspecting  inspect
exporting   export
writing     init, new, correct
screen      progress and the summary of a build
bars        progress on a terminal
"""

from newsgen.cli.app import main

__all__ = ["main"]
