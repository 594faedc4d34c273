"""Where things stand: quiet items, changes, actors, and the counts of what is there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rejoinder.docket import Since, Views, all_matters, find_matter, fold, where_it_stands
from rejoinder.docket.actors import parties_of, posts_held
from rejoinder.docket.matters import CommitmentState, PostHeld
from rejoinder.docket.standing import standing_of
from rejoinder.model import Decision, MeetingStatus, Relation, TextKind
from tests.docket.dockets import ENTERED, Docket

TODAY = date(2022, 2, 1)
MISSILES = "limits on intermediate missiles in border areas"
TROOPS = "withdrawal of foreign troops"


def talks():
    docket = Docket()
    first = docket.story("2022-01-03")
    first.text(
        "Ostmark",
        ["Norland"],
        TextKind.DRAFT,
        "2022-01-02",
        [MISSILES, TROOPS, "peace"],
        title="draft on security guarantees",
    )
    first.say("A B, Ostmark", "intermediate missiles come first", "2022-01-03")
    second = docket.story("2022-01-12")
    second.say("Norland", "border areas need missiles", "2022-01-12")
    second.say("Norland", "we want peace")
    second.say(None, "foreign troops stay")
    second.say("C D, Ostmark", "the draft on security guarantees lies there", "2022-01-05")
    for day in ("2022-01-04", "2022-01-10", "2022-01-20", "2022-01-27"):
        docket.story(day).meet(["Ostmark", "Norland"], day, MeetingStatus.HELD)
    docket.story("2022-01-28").meet(["Upper Halvern", "Norland"], "2022-01-28", MeetingStatus.HELD)
    docket.story("2022-01-29").meet(["Ostmark", "Norland"], "2022-03-01")
    return docket


def test_mentions_are_counted_by_week_and_party():
    standing = where_it_stands(talks().fold(), TODAY)
    assert [(one.item.words, one.meetings_since, one.last_on) for one in standing.quiet] == [
        (MISSILES, 2, date(2022, 1, 12)),
        (TROOPS, 2, date(2022, 1, 12)),
        ("peace", 2, date(2022, 1, 12)),
    ]
    assert dict(standing.quiet[0].weeks) == {
        ("2022-W01", "Ostmark"): 2,
        ("2022-W02", "Norland"): 1,
    }
    assert dict(standing.quiet[1].weeks) == {("2022-W01", "Ostmark"): 1, ("2022-W02", ""): 1}
    assert standing.quiet[0].last_statement == "statement:2-0"
    assert (standing.counts["quiet items"], standing.counts["open items"]) == (3, 3)


class OnlyWords:
    """Asks for matters with these words, of parts that are not left out."""

    def __init__(self, words, without=(), states=tuple(CommitmentState)):
        self.words, self.without, self.states = words, without, states

    def may_hold(self, live, part, members):
        assert all(live.counts(member) for member in members)
        return part not in self.without

    def may_stand(self, state):
        return state in self.states

    def holds_for(self, matter):
        return self.words in matter.words


def test_what_is_wanted_is_found_behind_what_would_be_listed_without_it():
    views = Views(talks().fold(), TODAY)
    whole = standing_of(views)
    assert [one.words for one in standing_of(views, 1).items] == [MISSILES]
    peace = standing_of(views, 1, OnlyWords("peace"))
    assert [one.words for one in peace.items] == ["peace"]
    assert [one.item.words for one in peace.quiet] == ["peace"]
    assert (peace.meetings, peace.counts) == ((), whole.counts)
    assert standing_of(views, 1, OnlyWords("peace", without=("items",))).items == ()
    assert standing_of(views, 9, OnlyWords("")) == standing_of(views, 9)


def test_promises_are_wanted_by_their_state():
    docket = Docket()
    story = docket.story("2022-01-03")
    for number, what in enumerate(("survey", "budget", "protocol")):
        day = f"2022-01-1{number}"
        story.promise("Ostmark", None, f"publish the {what}", (day, day))
    story.promise("Norland", None, "open the archives of the dam")
    views = Views(docket.fold(), TODAY)
    assert standing_of(views, 1).promises[0].state is CommitmentState.OVERDUE
    found = standing_of(views, 1, OnlyWords("", states=(CommitmentState.ACTIVE,)))
    assert [one.words for one in found.promises] == ["open the archives of the dam"]
    assert found.counts["overdue"] == 3
    assert standing_of(views, 9, OnlyWords("", states=())).promises == ()


def test_as_of_a_past_day_later_words_are_not_known():
    docket = talks()
    standing = where_it_stands(docket.fold("2022-01-11"), date(2022, 1, 11))
    assert [(one.meetings_since, one.last_on) for one in standing.quiet] == [
        (2, None),
        (2, None),
        (1, date(2022, 1, 3)),
    ] or [one.meetings_since for one in standing.quiet] == [2, 2, 2]


def test_a_rejected_statement_and_a_killed_story_mention_nothing():
    docket = talks()
    docket.judge("statement:2-0", Decision.REJECT)
    quiet = {one.item.words: one for one in where_it_stands(docket.fold(), TODAY).quiet}
    assert quiet[MISSILES].last_on == date(2022, 1, 5)
    docket.story("2022-01-13", "sha256:kill", uri="sha256:2", status="canceled")
    docket.story("2022-01-13", "sha256:2", uri="sha256:2", status="canceled")
    quiet = {one.item.words: one for one in where_it_stands(docket.fold(), TODAY).quiet}
    assert quiet[TROOPS].last_on is None


def test_an_item_of_nobody_is_quiet_by_all_meetings():
    docket = Docket()
    docket.story("2022-01-03").text(None, [], TextKind.DRAFT, "2022-01-02", [MISSILES, "it is so"])
    docket.story("2022-01-04").meet(["Ostmark", "Norland"], "2022-01-04", MeetingStatus.HELD)
    quiet = where_it_stands(docket.fold(), TODAY).quiet
    assert [(one.meetings_since, one.last_on, dict(one.weeks)) for one in quiet] == [(1, None, {}), (1, None, {})]
    assert where_it_stands(docket.fold(), date.min).quiet == ()


def test_what_changed_since_a_moment_of_knowledge():
    docket = Docket()
    made = docket.story("2022-01-21").promise("Ostmark", "Norland", "will open the sluices")
    again = docket.story("2022-01-23").promise("Ostmark", "Norland", "would open the sluices")
    met = docket.story("2022-01-24").meet(["Ostmark", "Norland"], "2022-03-01")
    snapshot = docket.fold()
    changed = where_it_stands(snapshot, TODAY, Since(known=datetime(2022, 1, 22, tzinfo=UTC))).changed
    assert [(one.matter, one.what, one.words, one.subject) for one in changed] == [
        (made, "told again", "will open the sluices", again),
        (met, "new", "meet", met),
    ]
    assert where_it_stands(snapshot, TODAY).changed == ()
    assert where_it_stands(snapshot, TODAY, Since()).changed == ()


def test_what_changed_since_a_moment_of_recording():
    docket = Docket()
    made = docket.story("2022-01-21").promise("Ostmark", "Norland", "will open the sluices")
    moment = ENTERED + timedelta(hours=1)
    docket.judge(made, Decision.CONFIRM)
    docket.judge("commitment:gone", Decision.CONFIRM)
    docket.link("text:9", Relation.DISCHARGES, made, "2022-01-22")
    docket.link("text:9", Relation.DISCHARGES, "commitment:gone")
    snapshot = docket.fold()
    for since in (Since(recorded=moment), Since(known=datetime(2022, 1, 21, tzinfo=UTC), recorded=moment)):
        changed = where_it_stands(snapshot, TODAY, since).changed
        assert [(one.matter, one.what) for one in changed] == [(made, "confirm"), (made, "discharges")]
        assert changed[0].recorded_at == ENTERED + timedelta(hours=2)
    assert where_it_stands(snapshot, TODAY, Since(recorded=ENTERED + timedelta(days=9))).changed == ()
    assert [one.what for one in where_it_stands(snapshot, TODAY, Since(known=moment)).changed] == ["confirm"]


def test_posts_are_held_from_first_to_last_mention():
    docket = Docket()
    for day, name in (("2022-01-21", "A B"), ("2022-01-23", "A B"), ("2022-01-25", "C D"), ("2022-01-22", "A B")):
        docket.story(day).say(f"{name}, Ostmark", "so", post="minister")
    story = docket.story("2022-01-26")
    story.say("Norland", "so", post="spokesman")
    story.say("E F, Ostmark", "so")
    out = story.say("G H, Ostmark", "so", post="minister")
    docket.judge(out, Decision.REJECT)
    live = Views(docket.fold(), TODAY).live
    assert posts_held(live) == (
        PostHeld("Ostmark", "minister", "A B", date(2022, 1, 21), date(2022, 1, 23)),
        PostHeld("Ostmark", "minister", "C D", date(2022, 1, 25), date(2022, 1, 25)),
    )
    assert parties_of(live) == ("Norland", "Ostmark")


def test_all_matters_come_by_kind_and_then_as_they_became_known():
    found = all_matters(talks().fold(), TODAY)
    assert [matter.kind.value for matter in found] == ["meeting"] * 6 + ["text"] + ["item"] * 3
    assert [matter.reports[0].known_at for matter in found[:6]] == sorted(one.reports[0].known_at for one in found[:6])


@pytest.mark.parametrize("subject", ["commitment:1", "item:1.1", "statement:1", "sha256:1", ""])
def test_what_is_not_there_is_none(subject):
    assert find_matter(fold([]), subject, TODAY) is None


def test_an_empty_docket_has_nothing_to_show():
    standing = where_it_stands(fold([]), TODAY)
    assert standing.promises == standing.items == standing.meetings == standing.quiet == standing.public == ()
    assert standing.counts["open items"] == 0
