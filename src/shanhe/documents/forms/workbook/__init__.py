"""The programme's workbook: one declaration of its tables, read and written as xlsx or CSV."""
