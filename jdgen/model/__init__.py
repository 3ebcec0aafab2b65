"""What the nouns are: frozen pydantic models, with no reading and no writing."""
