"""Agreements written out with their headings: where the articles begin, and what is scored."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest
from lxml import etree

from evaluation.tota import FORMS, Form, load_agreements, score_agreements, write_agreement

AGREEMENT = """<treaty><body><chapter number="CHAPTER 1" name="GENERAL">
<article>The Parties,</article>
<article number="ARTICLE 1" name="Scope">1. The Compact binds both sides.
2. It lasts for ten years, as agreed under Article 2 of the older one.</article>
<article number="ARTICLE 2" name="Data">Data are shared every hour.</article></chapter></body></treaty>"""


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_articles_begin_where_their_headings_are_written(form: Form) -> None:
    written = write_agreement("one", etree.fromstring(AGREEMENT), form)
    assert {number for _, number in written.articles} == {"1", "2"}
    assert all(written.text.startswith(f"{form.word} {number}", start) for start, number in written.articles)
    assert score_agreements([written])["articles.f1"] == 100


def test_the_archive_is_read_and_each_agreement_has_its_form(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "agreements.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo("pta_1.xml")
        member.size = len(AGREEMENT)
        archive.addfile(member, io.BytesIO(AGREEMENT.encode()))
    (once,), (again,) = load_agreements(tmp_path), load_agreements(tmp_path)
    assert once == again
