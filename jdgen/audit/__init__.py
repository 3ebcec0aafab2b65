"""The audit: a document and rules in, findings out. It reads no files and knows no renderer."""
