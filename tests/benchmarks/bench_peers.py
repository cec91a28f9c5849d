"""Projects of the same articles for newsgen and for two other generators, with the same kinds of listings."""

from __future__ import annotations

from pathlib import Path

from bench_corpus import as_hugo, as_pelican, as_seed, texts, write_all

_HUGO = {
    "hugo.toml": """baseURL = "https://archive.example/"
languageCode = "ar"
title = "أرشيف"
disableKinds = ["RSS"]
disablePathToLower = true
[pagination]
  pagerSize = 50
[taxonomies]
  tag = "tags"
  source = "sources"
  year = "years"
  month = "months"
  day = "days"
""",
    "layouts/_default/baseof.html": """<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><a href="/">{{ site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "layouts/_default/single.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
</article>{{ end }}
""",
    "layouts/_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
{{ with .Paginator.Prev }}<a href="{{ .URL }}">السابق</a>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">التالي</a>{{ end }}{{ end }}
""",
    "layouts/_default/terms.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.ByCount }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.LinkTitle }}</a></li>
{{ end }}</ul>{{ end }}
""",
    "layouts/index.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range (.Paginate site.RegularPages).Pages }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>
{{ end }}</ul>{{ end }}
""",
}
_PELICAN = {
    "pelicanconf.py": """SITENAME = "أرشيف"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "ar"
THEME = "simple"
DEFAULT_PAGINATION = 50
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/index.html"
""",
}


def newsgen_project(folder: Path, count: int, *, search: bool = True) -> None:
    """A newsgen project of `count` seeds, with everything on, or without its search."""
    write_all(folder / "seeds", ((f"{text.name}.txt", as_seed(text)) for text in texts(count)))
    settings = f"title: أرشيف\nbase_url: https://archive.example/\nsearch: {str(search).lower()}\n"
    _settle_in(folder, {"newsgen.yaml": settings})


def hugo_project(folder: Path, count: int) -> None:
    """A Hugo project of the same articles, already in Markdown."""
    write_all(folder / "content/articles", ((f"{text.name}.md", as_hugo(text)) for text in texts(count)))
    _settle_in(folder, _HUGO)


def pelican_project(folder: Path, count: int) -> None:
    """A Pelican project of the same articles, already in Markdown."""
    write_all(folder / "content", ((f"{text.name}.md", as_pelican(text)) for text in texts(count)))
    _settle_in(folder, _PELICAN)


def _settle_in(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
