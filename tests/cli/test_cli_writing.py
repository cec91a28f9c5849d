from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from cli_project import FERRY, OVEN_URL, newsgen, newsgen_process, write_files

pytest_plugins = ["cli_fixtures"]


def front_matter(file: Path) -> dict[str, object]:
    header = file.read_text(encoding="utf-8").split("---\n")[1]
    values: dict[str, object] = yaml.safe_load(header)
    return values


def record_of(project: Path, path: str) -> dict[str, object]:
    records = map(json.loads, newsgen("-C", project, "export", "--drafts").out.splitlines())
    (record,) = [record for record in records if record["path"] == path]
    assert isinstance(record, dict)
    return record


# new


def test_a_new_article_begins_as_a_draft(project: Path) -> None:
    done = newsgen_process("new", "سوق الورق: يفتح أبوابه", cwd=project)
    assert (done.status, done.err) == (0, "")
    assert done.out == "articles/سوق-الورق-يفتح-أبوابه.md\n"
    begun = front_matter(project / done.out.strip())
    assert begun["title"] == "سوق الورق: يفتح أبوابه"
    assert begun["draft"] is True
    assert newsgen("-C", project, "build").facts["articles"] == "4"
    assert newsgen("-C", project, "build", "--drafts").facts["articles"] == "6"


def test_an_article_of_that_name_is_left_alone(project: Path) -> None:
    file = Path(newsgen("-C", project, "new", "سوق الورق").out.strip())
    file.write_text("لي", encoding="utf-8")
    refused = newsgen("-C", project, "new", "سوق الورق")
    assert refused.status == 2
    assert refused.error == f"newsgen: {file}: the file is there already"
    assert file.read_text(encoding="utf-8") == "لي"


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "/absolute/path",
        ".hidden",
        "quotes \" and ' and : # { } [ ] & * ! | > % @ `",
        "---",
        "سطر\nوسطر آخر\r\n---\ndraft: false",
        "\u202eمقلوب\u202c",
        "⛵⛵⛵",
        "null",
        "2021",
        "CON",
        "طويل جدا " * 60,
        "nul\x00byte",
        "صوت \udcff غريب",
        "{{ site.title }} <script>alert(1)</script>",
    ],
)
def test_any_title_makes_one_article_inside_the_folder(project: Path, title: str) -> None:
    before = set(project.rglob("*"))
    done = newsgen("-C", project, "new", "--", title)
    assert done.status == 0
    (file,) = set(project.rglob("*")) - before
    assert file.parent == project / "articles"
    assert front_matter(file)["draft"] is True
    record = record_of(project, f"articles/{file.name}")
    assert isinstance(record["title"], str)
    assert record["title"]


@pytest.mark.parametrize("title", ["", "  \n"])
def test_an_article_needs_a_title(project: Path, title: str) -> None:
    done = newsgen("-C", project, "new", title)
    assert done.status == 2
    assert "an article needs a title" in done.err


# correct


def test_a_correction_holds_the_present_values_and_the_address(project: Path) -> None:
    done = newsgen_process("correct", "seeds/north/oven.txt", cwd=project)
    assert done.status == 0
    assert done.out == "articles/north-oven.md\n"
    assert front_matter(project / "articles/north-oven.md") == {
        "seed": "seeds/north/oven.txt",
        "title": "فرن الحي القديم يعود إلى العمل بعد ربع قرن",
        "date": "2021-03-04",
        "source": "نشرة الرمان",
        "author": None,
        "tags": ["حي الرمان", "كبير الخبازين"],
        "categories": [],
        "slug": OVEN_URL.rstrip("/").rsplit("/", 1)[-1],
    }


def test_an_untouched_correction_changes_nothing_and_a_changed_title_keeps_the_address(project: Path) -> None:
    before = record_of(project, "seeds/north/oven.txt")
    file = Path(newsgen("-C", project, "correct", "oven.txt").out.strip())
    assert record_of(project, "seeds/north/oven.txt") == {**before, "corrected_by": "articles/north-oven.md"}
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("فرن الحي القديم يعود", "عودة الفرن"), encoding="utf-8")
    newsgen("-C", project, "build")
    page = project / "site" / OVEN_URL / "index.html"
    assert "<title>عودة الفرن إلى العمل بعد ربع قرن" in page.read_text(encoding="utf-8")
    assert record_of(project, "seeds/north/oven.txt")["url"] == OVEN_URL


def test_a_seed_without_a_date_is_corrected_too(project: Path) -> None:
    before = record_of(project, "seeds/south/orchard.txt")
    file = Path(newsgen("-C", project, "correct", "orchard.txt").out.strip())
    assert front_matter(file)["date"] is None
    after = record_of(project, "seeds/south/orchard.txt")
    assert after == {**before, "corrected_by": "articles/south-orchard.md"}


@pytest.mark.parametrize("named", ["seeds/north/oven.txt", "oven.txt", "north/oven.txt"])
def test_a_seed_is_named_by_its_path_or_its_file_name(project: Path, named: str) -> None:
    newsgen("-C", project, "correct", named)
    assert front_matter(project / "articles/north-oven.md")["seed"] == "seeds/north/oven.txt"


def test_a_seed_is_named_by_its_path_from_the_current_folder(project: Path) -> None:
    done = newsgen_process("-C", "..", "correct", "oven.txt", cwd=project / "seeds")
    assert done.status == 0
    done = newsgen_process("-C", "../..", "correct", "ferry.txt", cwd=project / "seeds/south")
    assert done.status == 0
    assert (project / "articles/south-ferry.md").is_file()


def test_a_seed_outside_the_project_is_corrected(project: Path, tmp_path: Path) -> None:
    seed = write_files(tmp_path / "collected", {"ferry.txt": FERRY}) / "ferry.txt"
    done = newsgen("-C", project, "correct", "--seeds", seed.parent, seed)
    assert done.status == 0
    assert front_matter(project / "articles/ferry.md")["seed"] == "../collected/ferry.txt"
    strict = newsgen("-C", project, "build", "--seeds", seed.parent, "--strict")
    assert strict.status == 0


def test_a_name_that_two_seeds_have_is_refused_with_both(project: Path) -> None:
    write_files(project, {"seeds/south/oven.txt": FERRY})
    done = newsgen("-C", project, "correct", "oven.txt")
    assert done.status == 2
    assert "several seeds are named oven.txt: seeds/north/oven.txt, seeds/south/oven.txt" in done.error
    assert newsgen("-C", project, "correct", "seeds/south/oven.txt").status == 0


def test_a_seed_that_is_not_there_is_refused(project: Path) -> None:
    done = newsgen_process("correct", "nothing.txt", cwd=project)
    assert done.status == 2
    assert done.error == "newsgen: there is no seed nothing.txt; name a file below the seeds folders"


def test_what_is_written_by_hand_is_edited_not_corrected(project: Path) -> None:
    done = newsgen("-C", project, "correct", project / "articles/how.md")
    assert done.status == 2
    assert "edit the file itself" in done.error


def test_a_seed_of_which_no_article_was_made_is_refused(project: Path) -> None:
    write_files(project, {"seeds/empty.txt": ""})
    done = newsgen("-C", project, "correct", "empty.txt")
    assert done.status == 2
    assert "no article was made of seeds/empty.txt" in done.error


@pytest.mark.parametrize(("name", "part"), [("rows.json", "#1"), ("pack.zip", "/MEMBER")])
def test_a_file_of_several_articles_is_refused_with_the_name_of_one(
    project: Path, name: str, part: str
) -> None:
    write_files(project, {f"seeds/{name}": '[{"title": "عودة القطار", "text": "عاد القطار إلى العمل."}]'})
    done = newsgen("-C", project, "correct", f"seeds/{name}")
    assert done.status == 2
    what = f"seeds/{name}: it holds several articles; name one, as in seeds/{name}{part}"
    assert done.error == f"newsgen: {what}"


def test_a_seed_is_corrected_once(project: Path) -> None:
    file = Path(newsgen("-C", project, "correct", "oven.txt").out.strip())
    text = file.read_text(encoding="utf-8")
    refused = newsgen("-C", project, "correct", "oven.txt")
    assert refused.status == 2
    assert refused.error == f"newsgen: {file}: seeds/north/oven.txt is corrected already"
    assert file.read_text(encoding="utf-8") == text


def test_a_broken_correction_is_not_overwritten(project: Path) -> None:
    file = Path(newsgen("-C", project, "correct", "oven.txt").out.strip())
    file.write_text("---\nseed: [broken\n---\n", encoding="utf-8")
    refused = newsgen("-C", project, "correct", "oven.txt")
    assert refused.error == f"newsgen: {file}: the file is there already"


def test_seeds_whose_names_fall_together_are_both_corrected(project: Path) -> None:
    write_files(project, {"seeds/north-oven.txt": FERRY, "articles/south-ferry.md": "# مقال لي\n\nنص.\n"})
    assert newsgen("-C", project, "correct", "seeds/north/oven.txt").out.endswith("/north-oven.md\n")
    assert newsgen("-C", project, "correct", "seeds/north-oven.txt").out.endswith("/north-oven-2.md\n")
    assert newsgen("-C", project, "correct", "south/ferry.txt").out.endswith("/south-ferry-2.md\n")
    assert newsgen("-C", project, "build", "--strict").status == 0
