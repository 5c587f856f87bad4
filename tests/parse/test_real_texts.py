"""The tree on real texts, where the external data is there."""

from __future__ import annotations

import json
from pathlib import Path

from regcheck.domain import Kind
from regcheck.parse import parse_document
from regcheck.read import read_document

GOLD = "data/gold/kominfo_articles.json"


def test_hand_cleaned_regulations_keep_every_article(data_folder: Path) -> None:
    """Of the articles that others have cleaned by hand, none is lost and none added."""
    gold = json.loads((data_folder / GOLD).read_text(encoding="utf-8"))
    missing, extra, total = 0, 0, 0
    for row in gold:
        pdf = data_folder / "data" / "pdf" / "kominfo_gold" / f"{row['download_name']}.pdf"
        regulation = parse_document(read_document(pdf))[0]
        labels = set(row["content"]["articles"])
        found = {
            unit.label
            for unit in regulation.units
            if unit.kind is Kind.PASAL and not unit.path.startswith(("penjelasan", "lampiran"))
        }
        if row["amendment"] != "0":
            found = {label for label in found if label[0].isdigit()}
        total += len(labels)
        missing += len(labels - found)
        extra += len(found - labels)

    assert total > 400
    assert missing + extra <= total // 100
