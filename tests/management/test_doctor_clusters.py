"""``trivet doctor`` about PostgreSQL: two clusters, and neither keeps what was deleted."""

import pytest
from django.db import connections

import stores
from cast import NOW
from trivet.management.doctor import BAD, GOOD, LOOK, clusters

pytestmark = pytest.mark.usefixtures("db")


def states(findings):
    return [finding.state for finding in findings]


@pytest.fixture
def answer(monkeypatch):
    """A cluster answers one question differently."""
    ask = clusters._ask

    def change(question, said, *, alias=None):
        monkeypatch.setattr(
            clusters,
            "_ask",
            lambda of, asked: said if question in asked and alias in (None, of) else ask(of, asked),
        )

    return change


def test_stores_that_lie_beside_each_other_are_worth_a_look_and_two_clusters_good():
    expected = GOOD if stores.ON_POSTGRESQL else LOOK
    assert states(clusters.apart(NOW, for_real=True)) == [expected]


@stores.only_postgresql("SQLite has no clusters; that its files lie beside each other is tried above")
@pytest.mark.parametrize(("for_real", "worse"), [(True, BAD), (False, LOOK)])
def test_one_cluster_for_both_stores_is_bad_for_a_real_event(for_real, worse, monkeypatch):
    monkeypatch.setattr(clusters, "connections", dict.fromkeys(connections, connections["keys"]))
    assert states(clusters.apart(NOW, for_real=for_real)) == [worse]


@stores.only_postgresql("SQLite's log of changes ends with each transaction; test_vacuum looks for it")
@pytest.mark.parametrize(
    ("question", "said"), [("wal_recycle", "on"), ("archive_timeout", "0"), ("archive_timeout", "86401")]
)
def test_a_log_that_keeps_what_was_deleted_is_bad(answer, question, said):
    assert states(clusters.forgetting(NOW)) == [GOOD, GOOD]
    answer(question, said, alias="keys")
    assert states(clusters.forgetting(NOW)) == [GOOD, BAD]


@stores.only_postgresql("SQLite's log of changes is not archived")
def test_an_archive_of_the_log_is_worth_a_look(answer):
    answer("archive_mode", "on", alias="default")
    assert states(clusters.forgetting(NOW)) == [GOOD, LOOK, GOOD]
