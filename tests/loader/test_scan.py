from __future__ import annotations

import inspect
import os
import socket
import sys
import tracemalloc
from pathlib import Path

import pytest

from newsgen.loader.forms import suffix
from newsgen.loader.scan import Kind, Stamp, iter_stamps
from newsgen.model.problem import Problem


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    for folder in ("seeds", "articles"):
        (project / folder).mkdir(parents=True)
    return project


def write(path: Path, text: str = "نص") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def scan(project: Path, *roots: tuple[Kind, Path]) -> tuple[list[str], list[Problem]]:
    """The paths of all documents in the order given, and the problems."""
    given = roots or (("seed", project / "seeds"), ("article", project / "articles"))
    found = list(iter_stamps(project, given))
    stamps = [item for item in found if isinstance(item, Stamp)]
    problems = [item for item in found if isinstance(item, Problem)]
    return [stamp.path for stamp in stamps], problems


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in problems]


def test_each_document_is_given_once_by_path_with_its_size_and_time(project: Path) -> None:
    file = write(project / "seeds" / "b" / "خبر.txt", "نص")
    os.utime(file, ns=(1, 1_700_000_000_123_456_000))
    write(project / "articles" / "a.md")
    found = list(iter_stamps(project, [("seed", project / "seeds"), ("article", project / "articles")]))
    assert [item.path for item in found] == ["articles/a.md", "seeds/b/خبر.txt"]
    assert found[1] == Stamp("seeds/b/خبر.txt", "seed", 4, 1_700_000_000_123_456_000)


def test_documents_come_in_the_order_of_their_paths_whatever_the_folders(project: Path) -> None:
    names = ["a.txt", "a/z.txt", "a-b/c.txt", "a/b/c.txt", "b.txt", "a0.txt", "ا/ب.txt"]
    for name in names:
        write(project / "seeds" / name)
    paths, _ = scan(project)
    assert paths == sorted(f"seeds/{name}" for name in names)


def test_seeds_may_have_no_suffix_and_articles_are_markdown(project: Path) -> None:
    for name in ("plain", "a.TXT", "b.text", "وكالة أ.ف.ب", "نمو 2.5 بالمئة", "report.2023"):
        write(project / "seeds" / name)
    for name in ("a.md", "b.markdown"):
        write(project / "articles" / name)
    paths, problems = scan(project)
    assert len(paths) == 8
    assert problems == []


def test_a_file_of_another_kind_is_a_problem_that_says_what_is_read(project: Path) -> None:
    write(project / "seeds" / "a.pdf")
    write(project / "seeds" / "b.md")
    write(project / "seeds" / "c.txt~")
    write(project / "articles" / "d.txt")
    paths, problems = scan(project)
    assert paths == []
    assert {problem.code for problem in problems} == {"kind-unknown"}
    messages = {problem.path: problem.message for problem in problems}
    assert ".txt, .text" in messages["seeds/a.pdf"]
    assert ".md" in messages["articles/d.txt"]


def test_hidden_files_and_folders_are_passed_over_in_silence(project: Path) -> None:
    write(project / "seeds" / ".hidden.txt")
    write(project / "seeds" / ".git" / "a.txt")
    assert scan(project) == ([], [])


def test_a_root_that_does_not_exist_holds_nothing(project: Path) -> None:
    assert scan(project, ("seed", project / "nowhere")) == ([], [])


def test_a_root_outside_the_project_is_named_from_the_project(project: Path) -> None:
    write(project.parent / "corpus" / "x.txt")
    paths, _ = scan(project, ("seed", project.parent / "corpus"))
    assert paths == ["../corpus/x.txt"]


def test_a_root_may_be_a_link_to_a_folder_elsewhere(project: Path) -> None:
    write(project.parent / "corpus" / "x.txt")
    (project / "linked").symlink_to(project.parent / "corpus")
    paths, problems = scan(project, ("seed", project / "linked"))
    assert (paths, problems) == (["linked/x.txt"], [])


def test_the_project_itself_may_be_a_root(project: Path) -> None:
    write(project / "a.txt")
    assert scan(project, ("seed", project)) == (["a.txt"], [])


@pytest.mark.parametrize("inner_first", [True, False])
def test_a_file_below_two_roots_is_given_once_and_read_as_the_inner_one_says(
    project: Path, inner_first: bool
) -> None:
    write(project / "seeds" / "a.txt")
    write(project / "seeds" / "inner" / "b.md")
    roots: list[tuple[Kind, Path]] = [
        ("seed", project / "seeds"),
        ("seed", project / "seeds"),
        ("article", project / "seeds" / "inner"),
    ]
    paths, problems = scan(project, *(reversed(roots) if inner_first else roots))
    assert (paths, problems) == (["seeds/a.txt", "seeds/inner/b.md"], [])


def test_one_folder_for_both_kinds_is_told_apart_by_suffix(project: Path) -> None:
    write(project / "seeds" / "a.txt")
    write(project / "seeds" / "b.md")
    roots: list[tuple[Kind, Path]] = [("seed", project / "seeds"), ("article", project / "seeds")]
    kinds = {item.path: item.kind for item in iter_stamps(project, roots) if isinstance(item, Stamp)}
    assert kinds == {"seeds/a.txt": "seed", "seeds/b.md": "article"}


def test_a_link_that_is_a_root_inside_a_root_is_walked_as_a_root(project: Path) -> None:
    write(project.parent / "corpus" / "x.txt")
    (project / "seeds" / "more").symlink_to(project.parent / "corpus")
    paths, problems = scan(project, ("seed", project / "seeds"), ("seed", project / "seeds" / "more"))
    assert (paths, problems) == (["seeds/more/x.txt"], [])


def test_a_link_to_a_file_is_followed_inside_the_project_and_its_roots(project: Path) -> None:
    write(project / "elsewhere" / "a.txt", "نص أول")
    write(project.parent / "corpus" / "b.txt")
    (project / "seeds" / "one.txt").symlink_to(project / "elsewhere" / "a.txt")
    (project / "seeds" / "two.txt").symlink_to(project.parent / "corpus" / "b.txt")
    roots: list[tuple[Kind, Path]] = [("seed", project / "seeds"), ("seed", project.parent / "corpus")]
    found = list(iter_stamps(project, roots))
    assert [item.path for item in found] == ["../corpus/b.txt", "seeds/one.txt", "seeds/two.txt"]
    one = found[1]
    assert isinstance(one, Stamp)
    assert one.size == len("نص أول".encode())


def test_links_that_leave_circle_break_or_lead_to_folders_are_problems(project: Path) -> None:
    seeds = project / "seeds"
    write(project.parent / "secret.txt")
    (seeds / "outside.txt").symlink_to(project.parent / "secret.txt")
    (seeds / "folder").symlink_to(project / "articles")
    (seeds / "parent").symlink_to(seeds)
    (seeds / "circle.txt").symlink_to(seeds / "circle.txt")
    (seeds / "gone.txt").symlink_to(seeds / "nothing.txt")
    paths, problems = scan(project)
    assert paths == []
    assert codes(problems) == [
        ("seeds/circle.txt", "link-broken"),
        ("seeds/folder", "link-folder"),
        ("seeds/gone.txt", "link-broken"),
        ("seeds/outside.txt", "link-outside"),
        ("seeds/parent", "link-folder"),
    ]


def test_a_neighbour_whose_name_begins_like_the_project_is_outside(project: Path) -> None:
    write(project.parent / "project-secret" / "a.txt")
    (project / "seeds" / "a.txt").symlink_to(project.parent / "project-secret" / "a.txt")
    _, problems = scan(project)
    assert codes(problems) == [("seeds/a.txt", "link-outside")]


def test_pipes_and_sockets_are_not_opened(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(project / "seeds" / "pipe.txt")
    monkeypatch.chdir(project / "seeds")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        _, problems = scan(project)
    assert codes(problems) == [("seeds/pipe.txt", "kind-unknown"), ("seeds/socket.txt", "kind-unknown")]


def test_names_that_are_not_utf8_are_problems_that_can_be_printed(project: Path) -> None:
    folder = os.fsencode(project / "seeds")
    with open(folder + b"/\xc7\xe1.txt", "wb"):  # noqa: PTH123 - a name of bytes is not for pathlib
        pass
    os.mkdir(folder + b"/\xff")  # noqa: PTH102
    paths, problems = scan(project)
    assert paths == []
    assert codes(problems) == [("seeds/\\xc7\\xe1.txt", "file-name"), ("seeds/\\xff", "file-name")]
    assert str(problems[0]).encode()


def test_a_folder_that_cannot_be_listed_is_a_problem_and_the_rest_is_given(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project / "seeds" / "closed" / "a.txt")
    write(project / "seeds" / "open.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    # As root, whom CI runs as, no folder is closed: the refusal has to be put on.
    monkeypatch.setattr(os, "scandir", refuse)
    paths, problems = scan(project)
    assert paths == ["seeds/open.txt"]
    assert codes(problems) == [("seeds/closed", "unreadable")]
    assert "Permission denied" in problems[0].message


def test_of_a_file_hardly_more_than_its_name_is_kept(project: Path) -> None:
    names = [f"{number:06}.txt" for number in range(2000)]
    for name in names:
        (project / "seeds" / name).touch()
    tracemalloc.start()
    found = sum(isinstance(stamp, Stamp) for stamp in iter_stamps(project, [("seed", project / "seeds")]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found >= len(names)
    assert peak < 150 * len(names)


def test_folders_may_nest_deeper_than_pythons_frames(project: Path) -> None:
    write(project / "seeds" / "/".join("d" * 200) / "a.txt")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 60)
    try:
        paths, problems = scan(project)
    finally:
        sys.setrecursionlimit(limit)
    assert (paths, problems) == (["seeds/" + "d/" * 200 + "a.txt"], [])


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.txt", "txt"), ("A.MD", "md"), ("a", ""), ("أ.ف.ب", ""), ("a.b c", ""), ("v1.5", ""), ("a.", "")],
)
def test_a_suffix_looks_like_one(name: str, expected: str) -> None:
    assert suffix(name) == expected
