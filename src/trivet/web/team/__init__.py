"""The team's side. Each page: one door, one use case, one template."""
