"""What `jdgen check` prints, a module for each format. Each turns results into text or bytes; none prints or judges."""
