"""What an event may be called in an address: not as any other page is."""

RESERVED = (
    "account", "cases", "day", "events", "handbook", "handover", "healthz", "join", "new", "recover", "restored",
    "set-up", "sign-in", "sign-out", "static", "turning",
)  # fmt: skip


class EventSlug:
    """An event's name in an address; the first word of every other page is not one."""

    regex = rf"(?!(?:{'|'.join(RESERVED)})/)[a-z0-9][a-z0-9-]*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
