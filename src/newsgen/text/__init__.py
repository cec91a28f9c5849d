"""Pure functions on strings: cleaning, folding, dates, slugs, collation."""
