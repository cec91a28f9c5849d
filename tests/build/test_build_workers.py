"""Work in other processes: order, look-ahead, faults, and what becomes of workers whose build is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from copy import copy
from itertools import count
from pathlib import Path

import pytest
from site_driver import Project, tree

from newsgen.build import Workers
from newsgen.build.executors import in_batches
from newsgen.errors import NewsgenError, TemplateError


def doubled(numbers: list[int]) -> list[int]:
    return [2 * number for number in numbers]


def process_of(numbers: list[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


def slow_at_first(numbers: list[int]) -> list[int]:
    time.sleep(0.05 if 0 in numbers else 0)
    return numbers


def killed(_numbers: list[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_batches_come_back_in_order_with_their_results() -> None:
    with ThreadPoolExecutor(2) as threads:
        assert list(in_batches(threads, slow_at_first, range(5), 2)) == [
            ([0, 1], [0, 1]),
            ([2, 3], [2, 3]),
            ([4], [4]),
        ]


def test_no_items_are_no_batch() -> None:
    with Workers(2) as workers:
        assert list(in_batches(workers, doubled, [], 2)) == []


def test_a_single_batch_is_done_in_this_process_and_several_are_not() -> None:
    with Workers(2) as workers:
        ((_, [single, _]),) = in_batches(workers, process_of, [1, 2], 2)
        several = {pid for _, pids in in_batches(workers, process_of, range(6), 2) for pid in pids}
    assert single == os.getpid()
    assert os.getpid() not in several


@pytest.mark.parametrize(
    ("executor", "most"), [(Workers(1), 4), (Workers(2), 8), (ThreadPoolExecutor(1), 64)]
)
def test_batches_are_taken_ahead_as_the_executor_asks_and_not_as_this_machine_has_cores(
    executor: Executor, most: int
) -> None:
    taken = count()
    items = (next(taken) for _ in range(10_000))
    with executor, closing(in_batches(executor, doubled, items, 10)) as batches:
        for number, (batch, _) in enumerate(batches, 1):
            assert batch[0] == 10 * (number - 1)
            ahead = next(copy(taken)) // 10 - number + 1
            assert ahead <= most
            assert ahead == most or number > 1000 - most


def test_this_process_goes_on_with_other_work_while_it_waits_and_leaves_the_rest_of_it() -> None:
    awaited = threading.Event()
    done: list[int] = []

    def wait_for_the_third_step(numbers: list[int]) -> list[int]:
        assert awaited.wait(60)
        return numbers

    def steps() -> Iterator[None]:
        for step in range(1_000_000):
            done.append(step)
            if step == 2:
                awaited.set()
            yield

    with ThreadPoolExecutor(1) as threads:
        batches = in_batches(threads, wait_for_the_third_step, range(2), 1, meanwhile=steps())
        assert list(batches) == [([0], [0]), ([1], [1])]
    assert 3 <= len(done) < 1_000_000


def test_what_other_work_raises_comes_out_and_nothing_is_under_way_any_more() -> None:
    running: set[int] = set()

    def note(numbers: list[int]) -> list[int]:
        running.add(numbers[0])
        time.sleep(0.05)
        running.discard(numbers[0])
        return numbers

    def steps() -> Iterator[None]:
        yield
        raise ValueError("the second step fails")

    with ThreadPoolExecutor(2) as threads:
        with pytest.raises(ValueError, match="the second step fails"):
            list(in_batches(threads, note, range(20), 1, meanwhile=steps()))
        assert running == set()


def niceness(numbers: list[int]) -> list[int]:
    return [os.nice(0) for _ in numbers]


def test_workers_give_way_to_the_process_that_plans_for_them() -> None:
    with Workers(2) as workers:
        found = {nice for _, batch in in_batches(workers, niceness, range(4), 2) for nice in batch}
    assert min(found) > os.nice(0)


def test_an_exception_arrives_and_nothing_is_under_way_any_more() -> None:
    running: set[int] = set()
    guard = threading.Lock()

    def fail_once(numbers: list[int]) -> list[int]:
        with guard:
            running.add(numbers[0])
        time.sleep(0.05)
        with guard:
            running.discard(numbers[0])
        if numbers == [0]:
            raise ValueError("the first one fails")
        return numbers

    with ThreadPoolExecutor(3) as threads:
        with pytest.raises(ValueError, match="the first one fails"):
            list(in_batches(threads, fail_once, range(20), 1))
        assert running == set()


def test_a_consumer_that_stops_leaves_nothing_under_way() -> None:
    done: list[int] = []

    def note(numbers: list[int]) -> list[int]:
        time.sleep(0.02)
        done.extend(numbers)
        return numbers

    with ThreadPoolExecutor(2) as threads:
        with closing(in_batches(threads, note, range(200), 1)) as batches:
            next(batches)
        before = len(done)
        time.sleep(0.1)
        assert len(done) == before < 200


def test_a_killed_worker_is_told_on_one_line_and_the_next_work_has_new_ones() -> None:
    with Workers(2) as workers:
        with pytest.raises(NewsgenError, match=r"a worker process was killed; .*--jobs"):
            list(in_batches(workers, killed, range(4), 1))
        assert list(in_batches(workers, doubled, range(2), 1)) == [([0], [0]), ([1], [2])]


def test_the_workers_of_a_killed_process_end_with_it() -> None:
    script = """
import time
from newsgen.build import Workers
workers = Workers(2)
[future.result() for future in [workers.submit(time.sleep, 0.01) for _ in range(4)]]
[workers.submit(time.sleep, 600) for _ in range(2)]
print("ready", flush=True)
time.sleep(600)
"""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.kill()
        # Whoever still has the pipe would keep it open for ten minutes.
        assert process.communicate(timeout=60)[0] == b""


def large(folder: Path) -> Project:
    """A project with more pages than one batch has."""
    project = Project(folder)
    for number in range(40):
        project.seed(f"{number}", f"الخبر رقم {number} من القرية", f"2021-03-{number % 9 + 10}", tags=["بحر"])
    return project


def test_processes_write_the_same_bytes_as_one_alone(tmp_path: Path) -> None:
    project = large(tmp_path / "project")
    project.build(jobs=2)
    assert tree(project.output) == project.clean()


def test_a_template_error_in_a_process_has_file_and_line_and_the_next_build_completes_the_site(
    tmp_path: Path,
) -> None:
    project = large(tmp_path / "project")
    project.build()
    project.settings(title="أرشيف القرية")
    broken = project.write("templates/listing.html", "<!doctype html>\n\n{{ page.no_such_thing.at_all }}\n")
    with pytest.raises(TemplateError) as raised:
        project.build(jobs=2)
    assert (raised.value.where, raised.value.line) == (broken, 3)
    project.delete("templates/listing.html")
    project.build(jobs=2)
    project.assert_as_clean()
