"""The pages, one module an area; a view asks one use case and renders what it says."""
