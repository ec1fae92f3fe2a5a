"""The eight steps of an incident, as functions: prepare, receive, respond, decide, communicate,
publish, retain, screen.

Steps do not import each other. What they share stands beside them: what is owed and when
(``obligations``), what is refused and why (``gates``), and how an entry is filed (``filing``).
"""
