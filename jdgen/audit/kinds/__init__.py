"""One module for each kind of rule; each gives hits, and the engine makes findings of them."""
