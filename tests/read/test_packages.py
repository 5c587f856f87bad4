"""Broken and hostile packages end in one sentence, within bounded time and memory."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from regcheck.errors import UnreadableFileError
from regcheck.read import read_document
from regcheck.settings import Settings

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BODY = f'<w:document xmlns:w="{SPACE}"><w:body>{{}}</w:body></w:document>'
TEXT = "<w:p><w:r><w:t>Pasal 1</w:t></w:r></w:p>"


def package(
    path: Path, body: str | bytes, main: str = WORD, more: dict[str, bytes] | None = None
) -> Path:
    """Write a package with a body, and members by name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{TYPES}"><Override PartName="/word/document.xml" ContentType="{main}"/>'
            "</Types>",
        )
        archive.writestr("word/document.xml", body)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return path


def refuse(path: Path, **options: int) -> str:
    """Read a file that cannot be read, and return the sentence."""
    with pytest.raises(UnreadableFileError) as caught:
        read_document(path, Settings(**options))  # type: ignore[arg-type]
    assert "\n" not in caught.value.say("id")
    assert str(path) in caught.value.say("id")
    assert str(path) in caught.value.say("en")
    return caught.value.say("en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the file stands."""
    return tmp_path / "naskah.docx"


def test_a_small_package_is_read(path: Path) -> None:
    """Types and a body are enough; styles, lists and relations may be missing."""
    assert read_document(package(path, BODY.format(TEXT))).text == "Pasal 1"


@pytest.mark.parametrize(
    "word", ["macroEnabled.main", "template.main", "macroEnabledTemplate.main"]
)
def test_macros_and_templates_are_read_alike(path: Path, word: str) -> None:
    """A draft saved with macros, or as a template, is a draft; macros never run."""
    main = f"application/vnd.ms-word.document.{word}+xml"

    assert read_document(package(path, BODY.format(TEXT), main)).text == "Pasal 1"


@pytest.mark.parametrize(
    ("main", "words"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "an Excel"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "a PowerPoint",
        ),
        ("application/octet-stream", "a ZIP archive"),
    ],
)
def test_another_kind_under_the_name_of_a_word_file(path: Path, main: str, words: str) -> None:
    """The sentence says what the file is."""
    assert words in refuse(package(path, BODY.format(TEXT), main))


def test_other_archives_are_named(path: Path) -> None:
    """A zip file that is no office file, and an office file of another program."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "Pasal 1")
    assert "a ZIP archive" in refuse(path)

    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    assert "application/epub+zip" in refuse(path)


BOMB = "<!DOCTYPE a [<!ENTITY x 'ha'>" + "".join(
    f"<!ENTITY x{n} '{f'&x{n - 1 if n else chr(0)};' * 10}'>".replace("&x\0;", "&x;")
    for n in range(10)
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (BOMB + "]>" + BODY.format("<w:p><w:r><w:t>&x9;</w:t></w:r></w:p>"), "DOCTYPE"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
            + BODY.format("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"),
            "DOCTYPE",
        ),
        (('<!DOCTYPE a SYSTEM "http://x/">' + BODY.format(TEXT)).encode("utf-16"), "DOCTYPE"),
        (BODY.format("<w:p><w:r><w:t>&tanpa;</w:t></w:r></w:p>"), "damaged"),
        (BODY.format("<w:p>"), "damaged"),
        (BODY.format("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "damaged"),
        (b"\xff\xfe<\x00a", "damaged"),
        ("<w:document xmlns:w='x'/>", "damaged"),
        ("", "damaged"),
    ],
    ids=["bomb", "outside", "dtd", "entity", "open", "deep", "utf-16", "namespace", "empty"],
)
def test_markup_that_only_an_attack_or_an_accident_has(
    path: Path, body: str | bytes, words: str
) -> None:
    """No entity is expanded, nothing outside is opened, depth is bounded."""
    assert words in refuse(package(path, body))


def test_utf_16_is_read(path: Path) -> None:
    """Office files may be in UTF-16, with its mark or without it."""
    assert read_document(package(path, BODY.format(TEXT).encode("utf-16"))).text == "Pasal 1"
    assert read_document(package(path, BODY.format(TEXT).encode("utf-16-le"))).text == "Pasal 1"


def test_nesting_within_the_bounds_is_read(path: Path) -> None:
    """Tables in tables, as deep as the parser goes, do not exhaust the stack."""
    table = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    body = TEXT
    for _ in range(80):
        body = table.format(body)

    assert read_document(package(path, BODY.format(body))).text == "Pasal 1"


def test_what_unfolds_beyond_the_limit_is_refused_unread(path: Path) -> None:
    """The declared sizes are enough to refuse; the limit is in the sentence."""
    package(path, BODY.format(TEXT), more={"gambar": bytes(3 << 20)})

    assert "limit of 2 MB" in refuse(path, max_unpacked_mb=2)
    assert read_document(path, Settings(max_unpacked_mb=4)).text == "Pasal 1"


def test_a_member_packed_as_no_text_is_refused(path: Path) -> None:
    """Megabytes of one byte are a bomb, whatever the limit."""
    assert "unfolds beyond" in refuse(
        package(path, BODY.format(TEXT), more={"nol": bytes(8 << 20)})
    )


def test_a_lie_about_the_size_is_found_while_unpacking(path: Path) -> None:
    """A header that declares less than comes out ends the reading."""
    package(path, BODY.format(TEXT + "<!--" + "spasi " * 400_000 + "-->"))
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("word/document.xml").file_size
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little")))

    assert "damaged" in refuse(path)


def test_too_many_members_are_refused(path: Path) -> None:
    """The number of members is bounded."""
    assert "unfolds" in refuse(
        package(path, BODY.format(TEXT), more={f"m{number}": b"" for number in range(10_001)})
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_stands_twice_is_refused(path: Path) -> None:
    """Two bodies cannot both be what Word prints."""
    package(path, BODY.format(TEXT))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/document.xml", BODY.format(""))

    assert "damaged" in refuse(path)


def test_paths_that_lead_out_are_only_names(path: Path, tmp_path: Path) -> None:
    """Nothing is written, whatever members are called."""
    read_document(package(path, BODY.format(TEXT), more={"../../luar.txt": b"x", "/akar": b"x"}))

    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_package_cut_short_is_damaged(path: Path, share: float) -> None:
    """A broken download never ends in a traceback."""
    content = package(path, BODY.format(TEXT * 50)).read_bytes()
    path.write_bytes(content[: int(len(content) * share)])

    assert "damaged or cut short" in refuse(path)


def test_bytes_turned_over_are_read_or_named(path: Path) -> None:
    """Whichever byte is wrong, there is a text or one of our errors."""
    content = package(path, BODY.format(TEXT)).read_bytes()
    for place in range(4, len(content), 7):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])
        try:
            read_document(path)
        except UnreadableFileError as error:
            assert str(path) in error.say("en")  # noqa: PT017 - either outcome is right


def test_a_locked_archive_and_an_unknown_packing(path: Path) -> None:
    """A zip password and a method that Python lacks have their sentences."""
    content = bytearray(package(path, BODY.format(TEXT)).read_bytes())
    locked, other = bytearray(content), bytearray(content)
    for mark, flag, method in ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10)):
        place = -1
        while (place := content.find(mark, place + 1)) >= 0:
            locked[place + flag] |= 1
            other[place + method] = 99

    path.write_bytes(locked)
    assert "password" in refuse(path)
    path.write_bytes(other)
    assert "damaged" in refuse(path)


def test_a_body_under_another_name_is_found(path: Path) -> None:
    """The relations of the package name the body; a dangling one falls back to the usual name."""
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/officeDocument" Target="{}"/></Relationships>'
    )
    other = BODY.format(TEXT.replace("1", "2")).encode()
    package(path, BODY.format(TEXT), more={
        "_rels/.rels": rels.format("word/document2.xml").encode(), "word/document2.xml": other,
    })  # fmt: skip
    assert read_document(path).text == "Pasal 2"

    package(path, BODY.format(TEXT), more={"_rels/.rels": rels.format("tidak/ada.xml").encode()})
    assert read_document(path).text == "Pasal 1"


def test_a_package_without_a_body_is_damaged(path: Path) -> None:
    """The sentence names the missing part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{TYPES}"><Override PartName="/x" ContentType="{WORD}"/></Types>',
        )
    path.write_bytes(buffer.getvalue())

    assert "word/document.xml" in refuse(path)
