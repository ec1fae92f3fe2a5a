"""The practice event: a fictional conference with a fictional cast, and one report waiting."""
