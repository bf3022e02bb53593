"use strict";
// A block copied from a spreadsheet is spread over the cells, from the one in focus on; rows are added as needed.
(() => {
  const form = document.getElementById("filling");
  if (!form) return;
  const body = form.querySelector("table.entry tbody");
  let added = 0;
  let isTyped = false;

  const fieldsOf = (row) => [...row.querySelectorAll("td input:not([type=checkbox]), td select, td textarea")];

  function addRow() {
    const blank = [...body.querySelectorAll("tr.blank")].pop();
    const name = blank.querySelector("[name=row]").value;
    const next = "added" + ++added;
    const row = blank.cloneNode(true);
    row.querySelector("[name=row]").value = next;
    for (const field of fieldsOf(row)) {
      field.name = field.name.replace(name + ".", next + ".");
      if (!field.name.endsWith("." + form.elements.given.value)) field.value = "";
    }
    body.append(row);
    return row;
  }

  function put(field, text) {
    if (field.tagName === "SELECT" && ![...field.options].some((one) => one.value === text)) {
      field.add(new Option(text, text)); // what cannot be chosen is said by the server, in its place
    }
    field.value = text;
  }

  function cells(text) {
    const rows = [[]];
    let cell = "", quoted = false;
    const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (let at = 0; at < source.length; at++) {
      const sign = source[at];
      if (quoted) {
        if (sign === '"' && source[at + 1] === '"') { cell += '"'; at++; }
        else if (sign === '"') quoted = false;
        else cell += sign;
      } else if (sign === '"' && cell === "") quoted = true;
      else if (sign === "\t") { rows.at(-1).push(cell); cell = ""; }
      else if (sign === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
      else cell += sign;
    }
    rows.at(-1).push(cell);
    return rows;
  }

  form.addEventListener("paste", (event) => {
    const field = event.target;
    const text = event.clipboardData.getData("text/plain");
    if (!field.closest("table.entry") || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const first = field.closest("tr");
    const left = fieldsOf(first).indexOf(field);
    let row = first;
    cells(text).forEach((line, number) => {
      if (number) row = row.nextElementSibling || addRow();
      const fields = fieldsOf(row).slice(left);
      line.slice(0, fields.length).forEach((cell, at) => put(fields[at], cell.trim()));
    });
    isTyped = true;
  });

  form.addEventListener("input", () => { isTyped = true; });
  form.addEventListener("submit", () => { isTyped = false; });
  addEventListener("beforeunload", (event) => { if (isTyped) event.preventDefault(); });

  // Enter goes down a column, as in a spreadsheet; it must not send a half-typed table.
  body.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.isComposing) return;
    event.preventDefault();
    const row = event.target.closest("tr");
    const at = fieldsOf(row).indexOf(event.target);
    const next = row.nextElementSibling || addRow();
    (fieldsOf(next)[at] || event.target).focus();
  });
})();
