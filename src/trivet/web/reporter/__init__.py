"""The reporter's side: no account, no cookie, no script needed."""
