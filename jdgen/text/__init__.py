"""Pure work on strings: pay, places, dates, words. Nothing here reads a file or knows a model."""
