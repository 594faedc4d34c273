"""All finders together: what is promised of any text, and where no word of the trade is missing its neighbour."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Business, Document, Passage, TextItem
from rejoinder.reading.business import find_business
from rejoinder.reading.reader import read_documents
from tests.reading.business.building import told
from tests.reading.marked import TODAY
from tests.reading.test_reader import WhimsicalTagger

WORDS = st.lists(
    st.sampled_from(
        [
            *("France", "the Spanish ministry", "Anna Berg", "she", "its", "the minister", "both sides", "they"),
            *("will", "would", "not", "to", "has promised to", "agreed", "refused", "said", "met", "was", "be", "been"),
            *(
                "if",
                "unless",
                "once",
                "by Monday",
                "next week",
                "within 90 days",
                "in Geneva",
                "on May 3",
                "from",
                "of",
            ),
            *("publish", "make", "public", "leaked", "confidential", "release", "consent", "ask", "known", "them"),
            *("refer", "dump", "this issue", "to the court", "onto the OSCE", "must be discussed at", "belongs"),
            *(
                "a draft",
                "the reply",
                "letter",
                "tabled",
                "handed over",
                "including",
                "and also",
                "envisages",
                "a pledge",
            ),
            *(
                "a meeting",
                "talks",
                "call",
                "postponed",
                "another",
                "no answer",
                "the main issue",
                "secondary",
                "point",
            ),
            *(".", ",", ":", ";", '"', "“", "”", "—", "\n\n", "'s", "(", ")"),
        ]
    ),
    max_size=40,
).map(" ".join)


def passages(value: object) -> Iterator[Passage]:
    """Every passage in a record, however deep."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from passages(item)
    elif isinstance(value, TextItem) or hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from passages(getattr(value, name))


@given(words=WORDS, data=st.data())
def test_any_text_is_read_and_every_passage_holds(words, data):
    text = f"OSLO, March 3, 2022 (Reuters) - {words}"
    (reading,) = read_documents([Document(text)], WhimsicalTagger(data), TODAY)
    for passage in passages(reading.business):
        assert passage.holds_in(text)
        assert passage.exact.strip()


def test_a_story_without_business_has_none():
    assert find_business(told("It rained.")) == Business()
