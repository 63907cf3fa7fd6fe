"""Results as documents: the table on the terminal, CSV, JSON, the class report, explanations."""
