"""The door to spaCy: Indonesian tokens, phrase matchers, and trained pipelines from a folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from regcheck.errors import RegcheckError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

__all__ = [
    "PhraseMatcher",
    "build_matcher",
    "load_model",
    "longest_matches",
    "make_tokenizer",
    "tokenise",
]


@lru_cache(maxsize=1)
def make_tokenizer() -> Tokenizer:
    """Return spaCy's Indonesian tokenizer without the pipeline around it; built once.

    A pipeline looks through all installed packages for components at every start. The 15,000
    exceptions only keep listed words with a hyphen whole, and would cost most of a second more;
    leaving out the rules that cut at hyphens keeps all such words whole, the listed ones too.
    """
    from spacy import util
    from spacy.lang.id import Indonesian
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import create_vocab

    rules = Indonesian.Defaults
    infixes = [rule for rule in rules.infixes or () if not re.search(str(rule), "a-b")]
    return Tokenizer(
        create_vocab("", Language.Defaults),
        rules={word: said for word, said in rules.tokenizer_exceptions.items() if "-" not in word},
        prefix_search=util.compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=util.compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=util.compile_infix_regex(infixes).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )


def tokenise(text: str) -> Doc:
    """Split a text into spaCy tokens; hyphenated words stay whole.

    >>> [token.text for token in tokenise("Setiap orang dilarang membawa umbul-umbul.")]
    ['Setiap', 'orang', 'dilarang', 'membawa', 'umbul-umbul', '.']
    """
    doc: Doc = make_tokenizer()(text)
    return doc


def build_matcher(phrases: Mapping[str, Iterable[str]]) -> PhraseMatcher:
    """Return a matcher that finds each phrase, whatever its capitals, under its name."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    vocab = make_tokenizer().vocab
    matcher = PhraseMatcher(vocab, attr="LOWER")
    for name, group in phrases.items():
        matcher.add(name, [Doc(vocab, words=phrase.split()) for phrase in group])
    return matcher


def longest_matches(matcher: PhraseMatcher, doc: Doc) -> list[tuple[str, int, int]]:
    """List what a matcher finds as ``(name, first token, token after the last)``.

    Of matches that overlap only the longest stays, so *tidak wajib* is not also *wajib*.

    >>> matcher = build_matcher({"free": ["tidak wajib"], "duty": ["wajib"]})
    >>> longest_matches(matcher, tokenise("tidak wajib lapor, wajib hadir"))
    [('free', 0, 2), ('duty', 4, 5)]
    """
    from spacy.util import filter_spans

    names = doc.vocab.strings
    spans = filter_spans(matcher(doc, as_spans=True))
    return [(names[span.label], span.start, span.end) for span in spans]


@lru_cache(maxsize=4)
def load_model(folder: Path) -> Language:
    """Load a trained spaCy pipeline from a folder; loaded once per folder.

    Raises:
        RegcheckError: The folder holds no pipeline, or one of another spaCy version.
    """
    import spacy

    try:
        return spacy.load(folder)
    except (OSError, ValueError) as error:
        raise RegcheckError(
            id=f"{folder}: bukan model spaCy yang dapat dimuat ({error}). Periksa pemasangannya.",
            en=f"{folder}: not a spaCy model that can be loaded ({error}). Check the installation.",
        ) from None
