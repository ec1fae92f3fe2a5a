"""The vault: every cipher, and the keys database.

An envelope with two halves. A case key lies wrapped in the main store, a share lies in the keys
store; a data key needs both, so destroying the share shreds every copy of the main store.
Nothing outside this package imports ``cryptography``.
"""

Blob = bytes | memoryview  # as a database hands bytes out


class VaultError(Exception):
    """Something sealed could not be opened."""


class Tampered(VaultError):
    """The key is wrong, or the value is not what was sealed in that place."""


class Destroyed(VaultError):
    """The share is gone: nobody opens this again."""
