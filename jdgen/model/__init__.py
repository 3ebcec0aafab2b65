"""What the nouns are: frozen records, with no reading and no writing."""
