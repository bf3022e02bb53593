// What ECharts expects of its surroundings, and the one function that Python calls.
// Loaded after `advance(text)` (width in em, given by Python) and before ECharts itself.

var setTimeout = function () { return 0; };
var clearTimeout = function () {};
Math.random = function () { return 0.5; };

function measureText(text, font) {
  var size = /([\d.]+)px/.exec(font || '');
  return { width: advance(text || '') * (size ? +size[1] : 12) };
}

// A long joined string cannot leave the engine as it is; JSON makes it flat.
function draw(option, width, height) {
  echarts.setPlatformAPI({ measureText: measureText });
  var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
  try {
    chart.setOption(JSON.parse(option));
    return JSON.stringify(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}
