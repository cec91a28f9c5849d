from __future__ import annotations

import json
import re
from pathlib import Path

from cli_project import NO_SUCH_DAY, OVEN, OVEN_URL, newsgen, newsgen_process, write_files

pytest_plugins = ["cli_fixtures"]


def test_problems_are_lines_with_file_line_kind_message_and_hint(project: Path) -> None:
    write_files(project, {"seeds/bus.txt": NO_SUCH_DAY, "seeds/empty.txt": ""})
    done = newsgen_process("check", cwd=project)
    assert done.status == 0
    first, second, *_ = done.out.splitlines()
    assert re.fullmatch(r"seeds/bus\.txt:2: date-impossible: [^;]+; .+", first)
    assert re.fullmatch(r"seeds/empty\.txt: empty: [^;]+; .+", second)
    assert done.facts["problems"] == "2 (date-impossible 1, empty 1)"
    assert done.facts["missing"] == "date 2, source 2"
    assert done.facts["links"] == "not checked: the site is not built yet"
    assert not (project / "site").exists()


def test_a_good_archive_has_nothing_to_list(built: Path) -> None:
    done = newsgen("-C", built, "check", "--strict")
    assert done.status == 0
    *notes, problems, missing, links, feeds = done.out.splitlines()
    assert notes == [
        "articles/how.md: source-missing: the document states no source",
        "seeds/south/orchard.txt: date-missing: the document states no date",
    ]
    assert [line.split()[0] for line in (problems, missing, links, feeds)] == list(done.facts)[-4:]
    assert done.facts["problems"] == "none"
    assert done.facts["links"] == "none broken"


def test_problems_and_broken_links_end_a_strict_check_with_status_1(project: Path) -> None:
    newsgen("-C", project, "build")
    assert newsgen("-C", project, "check", "--strict").status == 0
    (project / "site/tags/index.html").unlink()
    assert newsgen("-C", project, "check", "--strict").status == 1
    newsgen("-C", project, "build", "--full")
    write_files(project, {"seeds/empty.txt": ""})
    assert newsgen("-C", project, "check").status == 0
    assert newsgen("-C", project, "check", "--strict").status == 1


def test_a_link_that_was_broken_by_hand_is_found(project: Path) -> None:
    newsgen("-C", project, "build")
    page = project / "site" / OVEN_URL / "index.html"
    text = page.read_text(encoding="utf-8").replace("../../../../about/", "../../../../abuot/", 1)
    page.write_text(text, encoding="utf-8")
    line = text[: text.index("abuot")].count("\n") + 1
    done = newsgen("-C", project, "check")
    assert done.out.splitlines()[2] == f"{page}:{line}: link-dead: ../../../../abuot/ leads nowhere"
    assert done.facts["links"] == "1 broken"


def test_a_missing_picture_of_an_article_is_found(project: Path) -> None:
    pictures = "![خريطة](images/map.png) ![باب](/images/door.png)"
    own = f"---\ntitle: صورة\ndate: 2021-03-08\n---\n\n{pictures}\n\nنص.\n"
    write_files(project, {"articles/picture.md": own, "static/images/map.png": "not really"})
    newsgen("-C", project, "build")
    done = newsgen("-C", project, "check", "--strict")
    assert done.status == 1
    assert done.facts["links"] == "1 broken"
    assert "link-dead: ../../../../images/door.png leads nowhere" in done.out


def test_the_site_is_looked_for_where_the_option_says(project: Path, tmp_path: Path) -> None:
    newsgen("-C", project, "build", "--output", tmp_path / "public")
    done = newsgen("-C", project, "check", "--output", tmp_path / "public")
    assert done.facts["links"] == "none broken"


def test_findings_are_printed_as_one_json_array(project: Path) -> None:
    write_files(project, {"seeds/bus.txt": NO_SUCH_DAY})
    newsgen("-C", project, "build")
    (project / "site/tags/index.html").unlink()
    done = newsgen_process("check", "--format", "json", cwd=project)
    found = json.loads(done.out)
    first = found[0]
    assert (first["file"], first["line"], first["code"], first["level"]) == (
        *("seeds/bus.txt", 2, "date-impossible"),
        "warning",
    )
    assert first["message"]
    assert first["hint"]
    levels = {finding["code"]: finding["level"] for finding in found}
    assert levels == {
        "date-impossible": "warning",
        "date-missing": "note",
        "source-missing": "note",
        "link-dead": "error",
    }


def test_findings_are_printed_as_a_sarif_log(project: Path) -> None:
    write_files(project, {"seeds/مواعيد.txt": NO_SUCH_DAY})
    log = json.loads(newsgen_process("check", "--format", "sarif", cwd=project).out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "newsgen"
    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert (result["ruleId"], result["level"]) == ("date-impossible", "warning")
    assert place["artifactLocation"]["uri"].startswith("seeds/%D9%85")
    assert place["region"] == {"startLine": 2}
    assert result["message"]["text"]


def test_a_log_without_findings_is_valid_too(tmp_path: Path) -> None:
    project = write_files(tmp_path / "project", {"seeds/oven.txt": OVEN})
    assert json.loads(newsgen("-C", project, "check", "--format", "json").out) == []
    assert json.loads(newsgen("-C", project, "check", "--format", "sarif").out)["runs"][0]["results"] == []


def test_one_title_over_several_articles_is_noted(project: Path) -> None:
    write_files(project, {"seeds/again.txt": OVEN.replace("4th, March", "9th, March")})
    done = newsgen("-C", project, "check", "--strict")
    assert done.status == 0
    assert (
        "seeds/north/oven.txt: title-repeated: 2 articles have this title, the first is seeds/again.txt"
        in done.out
    )


def test_a_broken_feed_ends_a_strict_check_with_status_1(project: Path) -> None:
    newsgen("-C", project, "build")
    (project / "site/feed.xml").write_text("<feed>", encoding="utf-8")
    done = newsgen("-C", project, "check", "--strict")
    assert done.status == 1
    assert done.facts["feeds"] == "1 faults in feeds and sitemaps"


def test_a_host_is_told_what_it_would_have_to_hold(built: Path, tmp_path: Path) -> None:
    done = newsgen("-C", built, "check", "--host", "cloudflare", "--strict")
    assert done.status == 0
    assert re.fullmatch(r"cloudflare: \d+ files, [\d.]+ MB, the largest [\d.]+ MB; fits", done.facts["host"])
    site = write_files(tmp_path / "site", {"index.html": ""})
    with (site / "large.zip").open("wb") as stream:
        stream.truncate(26 * 1024**2)
    done = newsgen("-C", built, "check", "--host", "cloudflare", "--strict", "--output", site)
    assert done.status == 1
    assert done.facts["host"].endswith("does not fit")
    assert "host-file-size: " in done.out
