"""A store's results as plain tables: CSV, JSON, Parquet, XLSX."""
