"""A small project that holds one of everything, and two ways to run the command line in it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from newsgen.cli.app import cli

PATIENCE = 30.0

OVEN = """فرن الحي القديم يعود إلى العمل بعد ربع قرن
تاريخ النشر: 4th, March 2021 GMT
أشعل أهالي حي الرمان صباح الخميس نار الفرن الحجري الذي أطفئ قبل خمسة وعشرين عاما، وخبزوا فيه أول أرغفته.
وقال كبير الخبازين إن الحجارة بقيت سليمة، وإن الترميم اقتصر على المدخنة والباب الخشبي الكبير.
المصدر: نشرة الرمان
كلمات دلالية: حي الرمان كبير الخبازين
"""
FERRY = """عبّارة النهر تستأنف رحلاتها المسائية
تاريخ النشر: 5th, March 2021 GMT
استأنفت عبّارة النهر رحلاتها المسائية بين الضفتين بعد توقف دام شهرين بسبب ارتفاع منسوب المياه في الربيع.
وأوضحت إدارة النقل أن الرحلة الأخيرة ستغادر عند التاسعة مساء، وأن التذاكر تباع في حي الرمان أيضا.
المصدر: جريدة الضفتين
كلمات دلالية: حي الرمان إدارة النقل
"""
UNDATED = """بستان المدرسة يثمر للمرة الأولى
قطف تلاميذ المدرسة الشرقية أول ثمار البستان الذي زرعوه قبل ثلاث سنوات خلف قاعة الرياضة، ووزعوها على الجيران.
المصدر: نشرة الرمان
"""
NO_SUCH_DAY = """مواعيد الحافلات تتغير في الصيف
تاريخ النشر: 31st, February 2021 GMT
تتغير مواعيد الحافلات بين القرى ابتداء من مطلع الصيف، وتضاف رحلتان في ساعات الصباح الأولى إلى كل خط.
"""
OWN = """---
title: كيف جُمعت هذه الأخبار
date: 2021-03-06
tags: [حي الرمان]
---

جمعها متطوعون من ثلاث نشرات محلية.
"""
DRAFT = """---
title: مسودة لم تكتمل
date: 2021-03-07
draft: true
---

نص لم يكتمل بعد.
"""
FILES = {
    "seeds/north/oven.txt": OVEN,
    "seeds/south/ferry.txt": FERRY,
    "seeds/south/orchard.txt": UNDATED,
    "articles/how.md": OWN,
    "articles/unfinished.md": DRAFT,
}
OVEN_URL = "2021/03/04/فرن-الحي-القديم-يعود-إلى-العمل-بعد-ربع-قرن/"
# The keys of the article record, as the contract has them, in its order.
RECORD_KEYS = [
    "path",
    "id",
    "url",
    "title",
    "published",
    "source",
    "author",
    "categories",
    "tags",
    "summary",
    "body",
    "related",
    "problems",
    "sha256",
    "encoding",
    "original_url",
    "inferred",
    "set_aside",
    "updated",
    "corrected_by",
    "corrected",
]


@dataclass(frozen=True)
class Ended:
    """A command that has ended: its status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line on standard error, without the notes on progress before it."""
        progress = ("Reading ", "Writing pages")
        lines = [line for line in self.err.splitlines() if not line.startswith(progress)]
        assert len(lines) == 1, self.err
        return lines[0]

    @property
    def facts(self) -> dict[str, str]:
        """The lines "name   value" of a summary."""
        pairs = (line.split(maxsplit=1) for line in self.out.splitlines() if line.strip())
        return {pair[0]: pair[-1] for pair in pairs}


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write texts into files below `folder`, and return it."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def newsgen(*arguments: str | Path) -> Ended:
    """Run a command in this process. What is not a click error or a NewsgenError is raised."""
    result = CliRunner().invoke(cli, [str(each) for each in arguments], prog_name="newsgen")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


def command_line(*arguments: str | Path) -> list[str]:
    """The command as a process of its own."""
    return [sys.executable, "-m", "newsgen", *(str(each) for each in arguments)]


def clean_environment() -> dict[str, str]:
    """An environment without settings that change what a terminal is taken for."""
    unwanted = {"FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS", "LINES"}
    return {name: value for name, value in os.environ.items() if name not in unwanted} | {"TERM": "xterm"}


def newsgen_process(*arguments: str | Path, cwd: Path) -> Ended:
    """Run a command as a user does, in the folder `cwd`."""
    done = subprocess.run(
        command_line(*arguments),
        cwd=cwd,
        env=clean_environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
