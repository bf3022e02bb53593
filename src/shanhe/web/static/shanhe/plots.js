// The map of plots: outlines by state with colour and pattern, tied to the list beside it.
(function () {
  "use strict";
  var holder = document.getElementById("plot-map");
  if (!holder || !window.L) return;
  var LOOKS = { // colours of Okabe and Ito; the patterns say the same without colour
    "未开工": { color: "#5f6770", pattern: "none" },
    "施工中": { color: "#b35900", pattern: "lines" },
    "已完工": { color: "#0072b2", pattern: "cross" },
    "已验收": { color: "#007a5a", pattern: "full" },
    "": { color: "#a33a7d", pattern: "dots" }
  };
  var byKey = {}, chosen = null, everything = null;
  var note = document.getElementById("plot-note"), list = document.getElementById("plot-list");
  var region = document.getElementById("plot-region"), state = document.getElementById("plot-state");

  function patternOf(look) {
    var tile = document.createElement("canvas"), size = tile.width = tile.height = 8, pen = tile.getContext("2d");
    pen.strokeStyle = pen.fillStyle = look.color;
    pen.globalAlpha = look.pattern === "full" ? 0.6 : 0.12;
    pen.fillRect(0, 0, size, size);
    pen.globalAlpha = 0.9;
    pen.beginPath();
    if (look.pattern === "lines" || look.pattern === "cross") { pen.moveTo(0, size); pen.lineTo(size, 0); }
    if (look.pattern === "cross") { pen.moveTo(0, 0); pen.lineTo(size, size); }
    pen.stroke();
    if (look.pattern === "dots") pen.fillRect(3, 3, 2, 2);
    return tile;
  }
  Object.keys(LOOKS).forEach(function (name) {
    var look = LOOKS[name], box = document.querySelector('.plot-legend canvas[data-state="' + name + '"]');
    look.tile = patternOf(look);
    if (!box) return;
    var pen = box.getContext("2d");
    pen.fillStyle = pen.createPattern(look.tile, "repeat");
    pen.fillRect(0, 0, box.width, box.height);
    pen.strokeStyle = look.color; pen.lineWidth = 2;
    pen.strokeRect(1, 1, box.width - 2, box.height - 2);
  });
  var Patterned = L.Canvas.extend({
    _fillStroke: function (pen, layer) {
      var look = layer.options.look;
      if (look) {
        look.fill = look.fill || pen.createPattern(look.tile, "repeat");
        pen.fillStyle = layer === chosen ? "#ffd43b" : look.fill;
        pen.fill("evenodd");
      }
      L.Canvas.prototype._fillStroke.call(this, pen, layer);
    }
  });
  var map = L.map(holder, { attributionControl: false, renderer: new Patterned({ padding: 0.2 }), minZoom: 4, maxZoom: 19, zoomSnap: 0.5 });
  L.control.scale({ imperial: false, maxWidth: 160 }).addTo(map);
  var grid = L.layerGroup().addTo(map), drawn = L.featureGroup().addTo(map);

  function step(span) {
    return [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001].find(function (one) { return span / one >= 3; }) || 0.0005;
  }
  function label(at, text) {
    L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: "graticule", html: text, iconSize: null }) }).addTo(grid);
  }
  function graticule() {
    grid.clearLayers();
    var box = map.getBounds(), w = box.getWest(), e = box.getEast(), s = box.getSouth(), n = box.getNorth();
    var by = step(Math.max(e - w, n - s)), digits = Math.max(0, Math.ceil(-Math.log10(by)));
    var every = Math.ceil(76 * (e - w) / (by * holder.clientWidth)), clear = w + 44 * (e - w) / holder.clientWidth; // room for a label; beside the zoom
    var line = { color: "#b9c1c9", weight: 1, interactive: false };
    for (var x = Math.ceil(w / by) * by; x < e; x += by) {
      L.polyline([[s, x], [n, x]], line).addTo(grid);
      if (x > clear && Math.round(x / by) % every === 0) label([n, x], x.toFixed(digits) + "°E");
    }
    for (var y = Math.ceil(s / by) * by; y < n; y += by) {
      L.polyline([[y, w], [y, e]], line).addTo(grid);
      if (y < n - (n - s) * 0.25 && y > s + (n - s) * 0.12) label([y, w], y.toFixed(digits) + "°N"); // clear of zoom and scale
    }
  }
  function ringOf(deltas) {
    var points = [], x = 0, y = 0;
    for (var i = 0; i < deltas.length; i += 2) {
      x += deltas[i]; y += deltas[i + 1];
      points.push([y / 1e6, x / 1e6]);
    }
    return points;
  }
  function mark(key, moves) {
    var layer = byKey[key], before = chosen;
    chosen = layer || null;
    if (before) before.redraw();
    if (!layer) return;
    if (!drawn.hasLayer(layer)) drawn.addLayer(layer);
    layer.bringToFront().redraw();
    note.textContent = layer.says;
    if (moves) map.fitBounds(layer.getBounds(), { maxZoom: 16, padding: [40, 40] });
  }
  function markRow(key) {
    list.querySelectorAll("tr.marked").forEach(function (row) { row.classList.remove("marked"); });
    var row = document.getElementById("plot-" + key);
    if (row) { row.classList.add("marked"); row.scrollIntoView({ block: "nearest" }); }
    return Boolean(row);
  }
  function narrowed() {
    drawn.clearLayers();
    Object.keys(byKey).forEach(function (key) {
      var layer = byKey[key];
      if ((!region.value || layer.region === region.value) && (!state.value || layer.state === state.value)) drawn.addLayer(layer);
    });
  }
  function fit() {
    var box = drawn.getLayers().length ? drawn.getBounds() : everything;
    if (box) map.fitBounds(box, { padding: [20, 20] });
  }
  function show(data) {
    data.plots.forEach(function (plot) {
      var name = data.states[plot[3]], look = LOOKS[name];
      var layer = L.polygon(plot.slice(5).map(function (rings) { return rings.map(ringOf); }), { look: look, color: look.color, weight: 1.2, fill: false, smoothFactor: 1.5 });
      layer.options.fill = true; layer.options.fillOpacity = 0;
      layer.region = data.regions[plot[2]]; layer.state = name;
      layer.says = [plot[1], layer.region, name, (plot[4] / 1e6).toFixed(4) + " " + holder.dataset.unit].filter(Boolean).join(" · ");
      layer.on("click", function () {
        mark(plot[0], false);
        if (!markRow(plot[0])) htmx.ajax("GET", holder.dataset.list + "?plot=" + plot[0] + "&region=" + encodeURIComponent(region.value) + "&state=" + encodeURIComponent(state.value), "#plot-list").then(function () { markRow(plot[0]); });
      });
      byKey[plot[0]] = layer;
    });
    narrowed();
    everything = drawn.getBounds();
    map.on("moveend", graticule);
    fit();
    holder.dataset.ready = String(data.plots.length);
  }
  list.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-plot]");
    if (button) { mark(button.dataset.plot, true); markRow(button.dataset.plot); }
  });
  [region, state].forEach(function (select) { select.addEventListener("change", function () { narrowed(); fit(); }); });
  document.getElementById("plot-fit").addEventListener("click", fit);
  fetch(holder.dataset.outlines, { credentials: "same-origin" }).then(function (answer) {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then(show).catch(function () { note.textContent = holder.dataset.failed; });
})();
