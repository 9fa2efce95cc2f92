"""Lists out of files that people have: XLSX, CSV and DOCX."""
