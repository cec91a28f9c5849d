"""Which correction lies over which seed, and which ones lead nowhere."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsgen.archive import Archive
from newsgen.loader import correction_from_json
from newsgen.model.problem import Problem


@dataclass(slots=True)
class Corrections:
    """The corrections in use, as JSON: by file, by the path of the article in it; and who holds each.

    `problems` are those of the others.
    """

    of_file: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    holders: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def digest(self, document: str) -> str:
        """One digest of all that lie over the articles of a file, "" where none does."""
        laid = self.of_file.get(document)
        return (
            hashlib.blake2b(repr(sorted(laid.items())).encode(), digest_size=16).hexdigest() if laid else ""
        )

    def digests(self) -> dict[str, str]:
        """The digests of all files over which any lies."""
        return {document: self.digest(document) for document in self.of_file}


def assign_corrections(archive: Archive, *, drafts: bool) -> Corrections:
    """Find the seed of each correction; drafts count only with `drafts`."""
    found = Corrections()
    for path, name, content in archive.documents.corrections():
        if correction_from_json(content).draft and not drafts:
            continue
        seeds = archive.documents.find_seeds(name)
        if len(seeds) != 1:
            found.problems.append(_lost(path, name, [seed for _, seed in seeds]))
            continue
        ((document, seed),) = seeds
        if seed in found.holders:
            message = f"{found.holders[seed]} corrects {seed} already; this one is not used"
            found.problems.append(Problem(path, None, "correction-twice", message, "put both into one file"))
        else:
            found.holders[seed] = path
            found.of_file[document][seed] = content
    return found


def note_problems(archive: Archive, corrections: Corrections) -> None:
    """Put the corrections that lead nowhere among the archive's problems, once all seeds are read."""
    lost = list(_without_part(archive, corrections))
    archive.documents.replace_problems("correction", [*corrections.problems, *lost])


def _without_part(archive: Archive, corrections: Corrections) -> Iterator[Problem]:
    """The corrections of a part that its file does not have, or that is no article."""
    for document, laid in corrections.of_file.items():
        for seed in laid:
            if seed != document and not archive.entries.has(seed):
                hint = f"`newsgen inspect {document}` lists what is in it"
                what = f"there is no article {seed}"
                yield Problem(corrections.holders[seed], None, "correction-lost", what, hint)


def _lost(path: str, name: str, seeds: list[str]) -> Problem:
    if not seeds:
        hint = "write the seed's path relative to the project, as `newsgen check` prints it"
        return Problem(path, None, "correction-lost", f"there is no seed {name}", hint)
    message = f"several seeds have the name {name}: {', '.join(seeds[:3])}"
    return Problem(path, None, "correction-unclear", message, "write the seed's whole path")
