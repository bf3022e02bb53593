"""Layers of outlines: GeoPackage, Shapefile in a zip, GeoJSON."""
