"""What people, and others, type."""

LONGEST = 100_000

BLANK = {
    "empty": "",
    "spaces": "   \t ",
    "new lines": "\r\n\r\n",
    "control characters": "\x00\x01\x1b\x7f",
}
CURIOUS = {
    "emoji": "He said 😀👩‍👩‍👧‍👦🏳️‍🌈 and left",
    "right to left": "هو قال ذلك לפני כולם",
    "bidi override": "the file was called \u202etxt.exe\u202c",
    "combining": "Z̸̢̛a̵l̷g̶o̵ was there",
    "markup": "<script>alert('x')</script><b onclick=y>&amp;\"'",
    "template": "{{ settings.SECRET_KEY }}{% debug %} %s %(x)s {0}",
    "query": "'; DROP TABLE trivet_case; --",
    "many lines": "one\r\n\r\n\ttwo\r\nthree",
    "separators": "a\u2028b\u2029c\u0085d\ufeffe\u200bf",
    "not characters": "\ufffe\uffff\U0010ffff",
    "as long as can be": "m" * LONGEST,
    "long, of four bytes each": "🫂" * LONGEST,
}
BYTES = {
    "invalid UTF-8": b"\xff\xfe\x80 he said it",
    "half a character": b"he said \xe2\x82",
    "lone surrogates": b"he said \xed\xa0\x80 \xed\xbf\xbf",
    "binary": bytes(range(256)),
}
