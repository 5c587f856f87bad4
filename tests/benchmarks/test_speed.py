"""The speed runner: what is timed, what is compared with what, and what is told of the run."""

from __future__ import annotations

import json
import shutil
import sys
import tarfile
import time
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import speed
from benchmarks.speed_check import run_command
from benchmarks.speed_inputs import read_passages
from benchmarks.speed_job import Clock, Job, peak_mib, spread
from benchmarks.speed_read import Printed, score_pages
from benchmarks.speed_table import FIGURES, LINES, Answers, find_busy, print_table, to_json
from benchmarks.speed_worker import run

TEXT = """\
PERATURAN DAERAH PROVINSI NUSA KENCANA
NOMOR 4 TAHUN 2021
TENTANG
PEMELIHARAAN JEMBATAN GANTUNG

DENGAN RAHMAT TUHAN YANG MAHA ESA

GUBERNUR NUSA KENCANA,

Menimbang : bahwa jembatan gantung perlu dipelihara;
Mengingat : Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;

MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG PEMELIHARAAN JEMBATAN GANTUNG.

Pasal 1
(1) Dinas memeriksa setiap jembatan gantung paling sedikit sekali setahun.
(2) Hasil pemeriksaan sebagaimana dimaksud pada ayat (1) dicatat dalam buku jembatan.

Pasal 2
Pengguna jembatan dilarang memasang muatan melebihi batas yang tertulis.
"""


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Return a job over three demo regulations and a demo draft."""
    demo = tuple(str(path) for path in sorted((speed.DEMO / "regulations").glob("*.pdf"))[:3])
    draft = str(min((speed.DEMO / "drafts").glob("*.pdf")))
    return Job(
        folder=str(tmp_path),
        demo=demo,
        draft=draft,
        documents=demo,
        timed_pdfs=demo[:1],
        timed_documents=demo[:2],
        pages=1,
        held_out=draft,
    )


def answers_of(**seconds: tuple[float, ...]) -> Answers:
    """Return answers with a timing for each name, underscores for dots, one unit of work."""
    answers, clock = Answers(), Clock()
    for name, runs in seconds.items():
        clock.record(name.replace("_", "."), runs)
    answers.add("read.regcheck", clock.answer())
    return answers


def test_work_is_timed_and_its_result_returned() -> None:
    """Each run counts, and the last result comes back."""
    clock, calls = Clock(), []

    def work() -> int:
        time.sleep(0.002)
        calls.append(1)
        return len(calls)

    assert clock.time("read.x", work, units=4, runs=3) == 3
    timing = clock.timings["read.x"]
    assert len(timing.seconds) == 3
    assert all(0.002 <= one < 5 for one in timing.seconds)
    assert timing.units == 4


def test_a_machine_that_does_something_else_is_noticed() -> None:
    """Waiting is not work; work alone is not suspected, nor what is too short to tell."""
    clock, answers = Clock(), Answers()
    clock.time("read.waited", lambda: time.sleep(0.15))
    clock.time("read.short", lambda: time.sleep(0.001))
    clock.record("read.elsewhere", [0.5])
    answers.add("read.x", clock.answer())

    assert list(find_busy(answers)) == ["read.waited"]


def test_the_peak_is_at_least_what_was_held() -> None:
    """A block that was filled is part of the peak even when it is gone."""
    before = peak_mib()
    block = b"x" * (80 << 20)
    del block

    assert peak_mib() >= min(before, 80) > 0


def test_a_sample_is_spread_over_the_whole() -> None:
    """All of a short list, none twice, from the whole length of a long one."""
    assert spread([1, 2, 3], 5) == (1, 2, 3)
    assert spread([1, 2, 3], 0) == (1, 2, 3)
    sample = spread(range(100), 7)
    assert len(set(sample)) == 7
    assert sample[-1] > 80


def test_a_job_survives_its_file(job: Job, tmp_path: Path) -> None:
    """What a worker is told is what was meant."""
    told = replace(job, corpora={"demo": ["k.sqlite", "k.index"]})
    told.save(tmp_path / "job.json")

    assert Job.load(tmp_path / "job.json") == told


def test_rounds_are_pooled_and_the_highest_peak_stands() -> None:
    """The median is over all rounds; a later, smaller peak does not hide an earlier."""
    answers = Answers()
    for seconds, peak in ((1.0, 50.0), (9.0, 70.0), (2.0, 60.0)):
        clock = Clock()
        clock.record("read.regcheck", [seconds], units=2)
        answers.add("read.regcheck", {**clock.answer(), "peak_mib": peak})

    assert answers.seconds("read.regcheck") == 1.0
    assert answers.peaks["read.regcheck"] == 70.0


def test_a_ratio_above_one_says_that_regcheck_is_faster() -> None:
    """The alternative's time is divided by ours, for one unit of work each."""
    answers = answers_of(read_regcheck=(2.0,), read_pdfium=(0.5,), read_pdfplumber=(20.0, 30.0))
    ratios = json.loads(to_json(answers, {}))["ratios"]

    assert ratios == {"read.pdfium": 0.25, "read.pdfplumber": 12.5}


def test_the_json_line_tells_conditions_and_figures() -> None:
    """One line, with all runs, peaks by worker, and what the caller adds."""
    answers = answers_of(read_regcheck=(2.0, 4.0))
    line = to_json(answers, {"commit": "abc", "versions": {"python": "3"}})
    record = json.loads(line)

    assert "\n" not in line
    assert record["commit"] == "abc"
    assert record["seconds"]["read.regcheck"] == {"median": 3.0, "runs": [2.0, 4.0], "units": 1}
    assert record["memory_mib"]["read.regcheck"] > 1


def test_the_table_shows_only_what_was_timed(capsys: pytest.CaptureFixture[str]) -> None:
    """A line a timing, under its stage; a process that only starts others has no peak."""
    print_table(answers_of(read_regcheck=(0.5, 0.6), check_help=(0.2,), check_python=(0.1,)))
    lines = capsys.readouterr().out.splitlines()

    assert [line.split()[0] for line in lines if line and not line.startswith(" ")][-2:] == [
        "read",
        "check",
    ]
    assert not any("sklearn" in line for line in lines)
    (line,) = [line for line in lines if "python -c pass" in line]
    assert line.split()[-5:] == ["ms", "0.5", "1", "1.0", "-"]


def test_every_line_can_be_filled() -> None:
    """Units are known, alternatives have a counterpart above them, workers exist or prepare."""
    seen: set[str] = set()
    workers = {name for group in speed.WORKERS.values() for name in group}
    for line in LINES:
        assert line.unit in FIGURES
        assert line.worker in workers | {"inputs.corpora"}
        assert not line.ours or line.ours in seen
        seen.add(line.name)


def test_left_out_headers_lower_the_agreement_but_not_the_order() -> None:
    """A page read without its number keeps its order; a page read column-wise does not."""
    words = [f"kata{n}" for n in range(40)]
    page = Printed("- 3 - " + " ".join(words), wide=False)
    (kept,) = score_pages([words], [page])
    (mixed,) = score_pages([words[::2] + words[1::2]], [page])
    (lost,) = score_pages([[]], [page])

    assert kept.order == 1.0
    assert 0.9 < kept.agreement < 1.0
    assert mixed.order < 0.8
    assert (lost.agreement, lost.order) == (0.0, 0.0)
    assert score_pages([["satu"]], [Printed("satu dua", wide=False)]) == []


def test_readers_see_the_same_pages(job: Job) -> None:
    """All three give text and time; pdfplumber's is scaled to the whole file."""
    ours, pdfium, slow = (run(name, job)["timings"] for name in speed.WORKERS["read"])
    facts = run("read.agreement", job)["facts"]

    assert ours["read.regcheck"]["units"] == pdfium["read.pdfium"]["units"] > 1
    assert slow["read.pdfplumber"]["units"] == ours["read.regcheck"]["units"]
    assert facts["read.regcheck"]["upright"]["pages"] == 1
    assert facts["read.regcheck"]["upright"]["order"] > 0.95


def test_parsing_is_timed_by_characters(job: Job) -> None:
    """Both contenders work on the same texts, and both find something."""
    ours, naive = (run(name, job) for name in speed.WORKERS["parse"])
    units = {timing["units"] for timing in (ours["timings"] | naive["timings"]).values()}

    assert len(units) == 1
    assert all(note[0] != "0" for note in (ours["notes"] | naive["notes"]).values())


def test_the_index_is_searched_for_what_it_does_not_hold(job: Job) -> None:
    """The passages of the draft are searched for, not indexed; both sides are timed alike."""
    facts = run("inputs.passages", job)["facts"]
    build, search, plain = (run(name, job) for name in speed.WORKERS["index"])
    timings = build["timings"] | search["timings"] | plain["timings"]

    assert len(read_passages(job.passages)) == facts["passages"] > 20
    assert len(read_passages(job.draft_passages)) == facts["draft_passages"] > 20
    assert timings["index.build"]["units"] == timings["index.fit"]["units"] == facts["passages"]
    for what in ("low", "high", "nearest"):
        ours, other = timings[f"index.{what}.regcheck"], timings[f"index.{what}.sklearn"]
        assert ours["units"] == other["units"]


def test_a_document_is_held_out_where_there_is_no_draft(job: Job) -> None:
    """It is the one of the documents nearest to the size of a large draft."""
    facts = run("inputs.passages", replace(job, held_out=""))["facts"]
    keys = {passage.regulation for passage in read_passages(job.passages)}
    (own,) = {passage.regulation for passage in read_passages(job.draft_passages)}

    assert facts["held_out"] in job.documents
    assert own not in keys


def test_what_cannot_be_read_is_counted(job: Job, tmp_path: Path) -> None:
    """A damaged file is left out and told, not fatal."""
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4 broken")
    facts = run("inputs.passages", replace(job, documents=(*job.documents, str(broken))))["facts"]

    assert facts["left_out"] == 1
    assert str(broken) not in facts["readable"]


def test_a_running_process_checks_the_draft(job: Job) -> None:
    """The corpus is built, and the check of the draft is timed."""
    built = run("inputs.corpora", job)
    warm = run("check.warm", replace(job, corpora=built["facts"]["corpora"]))

    assert "3 of 3 files" in built["notes"]["check.add.demo"]
    assert set(warm["timings"]) == {"check.draft", "check.warm.demo"}
    assert "findings" in warm["notes"]["check.warm.demo"]


def test_a_command_is_timed_from_outside() -> None:
    """Its seconds and its peak are its own; a failing one is not timed but raised."""
    seconds, peak = run_command((sys.executable, "-c", "import time; time.sleep(0.05)"))
    assert 0.05 < seconds < 10
    assert peak >= 0

    with pytest.raises(RuntimeError, match="exit code 3"):
        run_command((sys.executable, "-c", "raise SystemExit(3)"))


def test_a_whole_run_prints_a_table_and_appends_a_line(
    job: Job, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Own PDFs are read in processes of their own, and a second run adds a second line."""
    folder, record = tmp_path / "pdf", tmp_path / "speed.jsonl"
    folder.mkdir()
    shutil.copy(job.demo[0], folder)
    record.write_text("{}\n", encoding="utf-8")
    options = ("--pdf", str(folder), "--only", "read", "--runs", "1", "--pages", "1")

    assert speed.main([*options, "--json", str(record)]) == 0
    out = capsys.readouterr().out
    assert "pdfplumber extract_text" in out
    assert "find_pairs" not in out.partition("ratio:")[2]
    _, line = record.read_text(encoding="utf-8").splitlines()
    run_record = json.loads(line)
    assert run_record["machine"]["cpus"] >= 1
    assert run_record["versions"]["pypdfium2"]
    assert run_record["ratios"]["read.pdfplumber"] > 0
    assert set(run_record["memory_mib"]) >= set(speed.WORKERS["read"])


def test_a_failing_contender_ends_the_run(job: Job) -> None:
    """No table is printed with a row missing; what the process said is shown."""
    with pytest.raises(RuntimeError, match="no index in"):
        speed.run_worker("index.search", job, Answers())


def test_contenders_take_turns() -> None:
    """A slow minute of the machine hits all contenders of a round alike."""
    names = [name for _, name in speed.plan(("read",), 2)]

    assert names == [*speed.WORKERS["read"], *speed.WORKERS["read"]]


def test_texts_may_come_as_an_archive(tmp_path: Path) -> None:
    """An archive, or a folder that holds just one, is unpacked; the demo corpus is not indexed."""
    text = tmp_path / "src" / "perda" / "2021" / "4.md"
    text.parent.mkdir(parents=True)
    text.write_text(TEXT, encoding="utf-8", newline="\n")
    (tmp_path / "archives").mkdir()
    archive = tmp_path / "archives" / "texts.tar.xz"
    with tarfile.open(archive, "w:xz") as file:
        file.add(text.parent.parent, "perda")

    for number, given in enumerate((archive, archive.parent, tmp_path / "src")):
        scratch = tmp_path / str(number)
        scratch.mkdir()
        job = speed.find_inputs(speed.parse_arguments(["--texts", str(given)]), scratch)
        assert [Path(path).name for path in job.documents] == ["4.md"]
        assert job.pdfs == ()
        assert job.held_out == ""


def test_external_data_is_taken_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable gives the folders unless options do; without it, the demo corpus serves."""
    (tmp_path / "data" / "pdf").mkdir(parents=True)
    monkeypatch.setenv("REGCHECK_DATA", str(tmp_path))
    named = speed.parse_arguments([])
    assert (named.pdf, named.texts) == (tmp_path / "data" / "pdf", None)
    assert speed.parse_arguments(["--texts", "x"]).pdf is None

    monkeypatch.delenv("REGCHECK_DATA")
    own = speed.find_inputs(speed.parse_arguments([]), tmp_path)
    assert own.documents == own.demo
    assert len(own.demo) == 18
    assert own.held_out == own.draft


@pytest.mark.parametrize("options", [["--only", "cook"], ["--runs", "0"]])
def test_impossible_options_are_refused(options: list[str]) -> None:
    """A wrong use exits with 2."""
    with pytest.raises(SystemExit) as stop:
        speed.parse_arguments(options)
    assert stop.value.code == 2
