"""Two stores that do not belong together are not served."""

import pytest

from trivet.access import installation
from trivet.models import Installation
from trivet.vault import installation as keys


def test_two_stores_that_belong_together_start_again_and_again(db):
    installation.check()
    installation.check()
    assert Installation.objects.count() == 1


@pytest.mark.parametrize("other", ["keys", "main", "no keys", "no main"])
def test_stores_of_two_installations_are_refused(cast, other):
    Installation.objects.create(identity=b"here")
    keys.keep("installation id", b"here")
    installation.check()
    if other == "keys":
        keys.keep("installation id", b"there")
    elif other == "main":
        Installation.objects.update(identity=b"there")
    elif other == "no keys":
        keys.Secret.objects.filter(name="installation id").delete()
    else:
        Installation.objects.all().delete()
    with pytest.raises(installation.OtherStores):
        installation.check()
