"""Taking down what somebody was told: for everybody who helps at an event."""
