"""Which parts of GDAL may read what is handed in: three, and no other is even loaded."""

ALLOWED = frozenset({"GPKG", "ESRI Shapefile", "GeoJSON"})
SKIPPED = (
    *("MEM", "PCIDSK", "PDS4", "VICAR", "PDF", "MBTiles", "EEDA", "OGCAPI", "GDALG"),
    *("MapInfo File", "LVBAG", "S57", "DGN", "OGR_VRT", "CSV", "GML", "GPX", "LIBKML", "KML"),
    *("GeoJSONSeq", "ESRIJSON", "TopoJSON", "OGR_GMT", "SQLite", "WAsP", "OpenFileGDB", "DXF"),
    *("FlatGeobuf", "GeoRSS", "VFK", "PGDUMP", "OSM", "GPSBabel", "OGR_PDS", "WFS", "OAPIF"),
    *("EDIGEO", "Idrisi", "ODS", "XLSX", "Elasticsearch", "Carto", "AmigoCloud", "SXF", "Selafin"),
    *("JML", "PLSCENES", "CSW", "VDV", "MVT", "NGW", "MapML", "GTFS", "PMTiles", "JSONFG"),
    *("MiraMonVector", "ADBC", "AVCBin", "AVCE00", "AIVector", "HTTP", "Arrow", "Parquet"),
)
"""Set as ``GDAL_SKIP`` before the library is loaded: files that point elsewhere find nobody to follow."""
