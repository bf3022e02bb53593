"""Numbers into pictures: a chart is described once and drawn as SVG or PNG."""
