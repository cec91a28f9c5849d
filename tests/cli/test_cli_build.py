from __future__ import annotations

from pathlib import Path

import pytest
from cli_project import FERRY, NO_SUCH_DAY, OVEN_URL, newsgen, newsgen_process, write_files

pytest_plugins = ["cli_fixtures"]


def pages(site: Path) -> dict[str, bytes]:
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_a_build_says_what_was_read_and_written(project: Path) -> None:
    done = newsgen_process("build", cwd=project)
    assert done.status == 0
    assert list(done.facts) == ["documents", "articles", "files", "pages", "problems", "site"]
    assert done.facts["documents"] == "5 read, 0 unchanged, 0 gone"
    assert done.facts["articles"] == "4"
    assert done.facts["files"].endswith(" written, 0 unchanged, 0 removed")
    assert done.facts["pages"].startswith("made: ")
    assert done.facts["problems"] == "none"
    assert done.facts["site"] == "site/index.html"
    assert (project / "site/index.html").is_file()
    assert (project / "site" / OVEN_URL / "index.html").is_file()


def test_where_no_terminal_is_progress_is_plain_lines_on_standard_error(project: Path) -> None:
    done = newsgen_process("build", cwd=project)
    assert done.err.splitlines() == [
        "Reading articles and corrections: 2",
        "Reading seeds: 3",
        "Writing pages",
    ]


def test_a_second_build_has_nothing_to_do(project: Path) -> None:
    newsgen("-C", project, "build")
    again = newsgen("-C", project, "build")
    assert again.facts["documents"] == "0 read, 5 unchanged, 0 gone"
    assert again.facts["files"].startswith("0 written, ")
    assert "pages" not in again.facts
    assert again.err == ""


def test_a_changed_and_a_removed_seed_are_told(project: Path) -> None:
    newsgen("-C", project, "build")
    write_files(project, {"seeds/south/ferry.txt": FERRY.replace("التاسعة", "العاشرة")})
    (project / "seeds/south/orchard.txt").unlink()
    done = newsgen("-C", project, "build")
    assert done.facts["documents"] == "1 read, 3 unchanged, 1 gone"
    assert "with other content" in done.facts["pages"]


def test_a_full_build_makes_every_page_again_and_writes_none_that_is_right(project: Path) -> None:
    newsgen("-C", project, "build")
    done = newsgen("-C", project, "build", "--full")
    assert done.facts["documents"] == "5 read, 0 unchanged, 0 gone"
    assert done.facts["files"].startswith("0 written, ")
    assert done.facts["pages"].endswith("made again because of --full")


def test_problems_end_a_build_with_status_1_only_where_it_is_strict(project: Path) -> None:
    write_files(project, {"seeds/empty.txt": "", "seeds/bus.txt": NO_SUCH_DAY})
    lenient, strict = newsgen("-C", project, "build"), newsgen("-C", project, "build", "--strict")
    assert (lenient.status, strict.status) == (0, 1)
    expected = "2 (date-impossible 1, empty 1); `newsgen check` lists them"
    assert lenient.facts["problems"] == strict.facts["problems"] == expected
    assert (project / "site/index.html").is_file()


def test_a_strict_build_without_problems_ends_with_status_0(project: Path) -> None:
    assert newsgen("-C", project, "build", "--strict").status == 0


@pytest.mark.parametrize("place", ["before", "behind"])
def test_the_project_is_named_before_or_behind_the_command(project: Path, place: str) -> None:
    named = ("-C", project)
    done = newsgen(*named, "build") if place == "before" else newsgen("build", *named)
    assert done.status == 0
    assert done.facts["site"] == str(project / "site/index.html")


def test_seeds_come_from_several_folders_and_from_outside_the_project(project: Path, tmp_path: Path) -> None:
    outside = write_files(tmp_path / "collected", {"ferry.txt": FERRY})
    done = newsgen("-C", project, "build", "--seeds", project / "seeds/north", "--seeds", outside)
    assert done.facts["articles"] == "3"
    record = newsgen("-C", project, "export", "--seeds", outside).out
    assert '"path":"../collected/ferry.txt"' in record


def test_articles_and_output_are_read_and_written_where_the_options_say(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    output = tmp_path / "public"
    done = newsgen("-C", project, "build", "--articles", tmp_path / "empty", "--output", output)
    assert done.facts["articles"] == "3"
    assert (output / "404.html").is_file()
    assert not (project / "site").exists()


def test_drafts_are_built_only_when_asked_for(project: Path) -> None:
    assert newsgen("-C", project, "build").facts["articles"] == "4"
    assert newsgen("-C", project, "build", "--drafts").facts["articles"] == "5"
    assert newsgen("-C", project, "build").facts["articles"] == "4"


def test_one_process_and_two_make_the_same_site(project: Path) -> None:
    # More than a batch of documents: a single one is not given to another process.
    many = {f"seeds/many/{n}.txt": FERRY.replace("المسائية\n", f"المسائية رقم {n}\n", 1) for n in range(70)}
    write_files(project, many)
    alone = newsgen_process("build", "--jobs", "1", "--output", "one", cwd=project)
    together = newsgen_process("build", "--jobs", "2", "--output", "two", "--full", cwd=project)
    assert (alone.status, together.status) == (0, 0)
    one, two = pages(project / "one"), pages(project / "two")
    assert len(one) > 90
    assert one == two
