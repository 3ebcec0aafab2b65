"""The pages, styles and search data of a careers site: text and bytes by their path; nothing is written here."""
