/* Typing into a sheet: keys move between cells, a block from a spreadsheet spreads over them. */
"use strict";
(() => {
  const form = document.querySelector("form.typing");
  if (!form) return;
  let isDirty = false;
  form.addEventListener("input", () => { isDirty = true; });
  form.addEventListener("submit", () => { isDirty = false; });
  window.addEventListener("beforeunload", (event) => { if (isDirty) event.preventDefault(); });

  const body = form.querySelector("table.typed tbody");
  if (!body) return;
  const blank = form.querySelector("#blank");
  const more = form.querySelector("button.more");
  const said = form.querySelector(".said");
  let next = body.querySelectorAll("tr").length + 1;

  const rows = () => [...body.querySelectorAll("tr:not(.told)")];
  const cells = (row) => [...row.querySelectorAll("td > input:not([type=hidden], [type=checkbox]), td > textarea")];
  const place = (cell) => {
    const row = cell.closest("tr");
    return [rows().indexOf(row), cells(row).indexOf(cell)];
  };

  const addRow = () => {
    const row = blank.content.firstElementChild.cloneNode(true);
    row.querySelectorAll("[name]").forEach((one) => {
      one.name = one.name.replace("__", String(next));
      if (one.id) one.id = one.id.replace("__", String(next));
    });
    next += 1;
    body.append(row);
    return row;
  };

  const go = (down, across) => {
    const row = rows()[down];
    const cell = row && cells(row)[across];
    if (!cell) return false;
    cell.focus();
    if (cell.select) cell.select();
    return true;
  };

  const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const isAtEnd = (cell, across) => {
    const { selectionStart: start, selectionEnd: end, value } = cell;
    if (start === 0 && end === value.length) return true;
    return start === end && (across < 0 ? start === 0 : end === value.length);
  };

  body.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (event.isComposing || cell.type === "checkbox" || event.altKey) return;
    const [down, across] = place(cell);
    if (across < 0) return;
    if (event.key === "Enter" && cell.tagName === "INPUT") {
      event.preventDefault();
      go(down + (event.shiftKey ? -1 : 1), across);
      return;
    }
    const move = moves[event.key];
    if (!move || event.shiftKey) return;
    const isHeld = event.ctrlKey || event.metaKey;
    const isFree = move[0] ? cell.tagName === "INPUT" && !cell.list : isAtEnd(cell, move[1]);
    if ((isHeld || isFree) && go(down + move[0], across + move[1])) event.preventDefault();
  });

  const parse = (text) => {
    const lines = [[""]];
    let isQuoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at], line = lines[lines.length - 1], cell = line.length - 1;
      if (isQuoted) {
        if (sign !== '"') line[cell] += sign;
        else if (text[at + 1] === '"') { line[cell] += '"'; at += 1; }
        else isQuoted = false;
      } else if (sign === '"' && line[cell] === "") isQuoted = true;
      else if (sign === "\t") line.push("");
      else if (sign === "\n") lines.push([""]);
      else line[cell] += sign;
    }
    if (lines.length > 1 && lines[lines.length - 1].join("") === "") lines.pop();
    return lines;
  };

  body.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    const lines = parse(text);
    if (lines.length === 1 && lines[0].length === 1) return;
    const [down, across] = place(event.target);
    if (across < 0) return;
    event.preventDefault();
    lines.forEach((line, n) => {
      const row = rows()[down + n] || addRow();
      const there = cells(row);
      line.forEach((word, m) => { if (there[across + m]) there[across + m].value = word.trim(); });
    });
    isDirty = true;
    const width = Math.max(...lines.map((line) => line.length));
    said.textContent = said.dataset.said.replace("{0}", lines.length).replace("{1}", width);
  });

  more.hidden = false;
  more.addEventListener("click", () => { cells(addRow())[0].focus(); });
})();
