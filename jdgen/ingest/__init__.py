"""Reading postings of any format, ours or theirs, into one `Document`."""
