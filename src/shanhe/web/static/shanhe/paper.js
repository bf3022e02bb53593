/* A paper in the browser, page by page as the Word file prints: paragraphs go on over the edge with at
   least two lines on either side, rows are not torn, heads of tables are repeated, headings stay with what
   follows. The measures of the page stand in paper.css. Without this script the paper is read on end. */
(() => {
  "use strict";
  const desk = document.querySelector(".desk");
  const source = desk && desk.querySelector(".paper");
  if (!source) return;

  const SHORT = 7; // rows of a table that is not broken over pages
  const LINES = 2; // of a paragraph, on either side of a break
  const pages = document.createElement("div");
  pages.className = `${source.className} paged`;
  let area = null;

  function turn() {
    const sheet = document.createElement("div");
    const number = pages.children.length + 1;
    sheet.className = "sheet";
    sheet.setAttribute("role", "group");
    sheet.setAttribute("aria-label", desk.dataset.page.replace("{n}", number));
    area = document.createElement("div");
    area.className = "area";
    const foot = document.createElement("p");
    foot.className = "number";
    foot.textContent = `— ${number} —`;
    sheet.append(area, foot);
    pages.append(sheet);
  }

  const below = (box) => box.bottom > area.getBoundingClientRect().bottom + 0.5;
  const overflows = (node) => below(node.getBoundingClientRect());
  const isHeading = (node) => Boolean(node) && /^H[2-6]$/.test(node.tagName);

  function place(node) {
    area.append(node);
    if (!overflows(node)) return;
    const broken = node.tagName === "TABLE" ? breakTable(node) : node.tagName === "P" && breakParagraph(node);
    if (!broken && moveOn(node) && overflows(node)) place(node);
  }

  /* Take a block to the next page with the headings above it; false where it is the first of its page. */
  function moveOn(node) {
    let first = node;
    while (isHeading(first.previousElementSibling)) first = first.previousElementSibling;
    if (!first.previousElementSibling) return false;
    const carried = [first];
    while (carried.at(-1) !== node) carried.push(carried.at(-1).nextElementSibling);
    turn();
    area.append(...carried);
    return true;
  }

  /* The place in the text at which each line begins, and its lower edge. */
  function linesOf(paragraph) {
    const found = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const one = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let offset = 0; offset < node.length; offset += 1) {
        one.setStart(node, offset);
        one.setEnd(node, offset + 1);
        const box = one.getBoundingClientRect();
        const middle = (box.top + box.bottom) / 2;
        if (!found.length || middle > found.at(-1).bottom) found.push({ node, offset, bottom: box.bottom });
      }
    }
    return found;
  }

  function breakParagraph(paragraph) {
    const lines = linesOf(paragraph);
    const over = lines.findIndex(below);
    const kept = Math.min(over < 0 ? lines.length : over, lines.length - LINES);
    if (kept < LINES) return false;
    const rest = paragraph.cloneNode(false);
    const range = document.createRange();
    range.setStart(lines[kept].node, lines[kept].offset);
    range.setEnd(paragraph, paragraph.childNodes.length);
    rest.append(range.extractContents());
    rest.classList.remove("indent");
    paragraph.classList.add("goes-on");
    turn();
    place(rest);
    return true;
  }

  function breakTable(table) {
    const body = table.tBodies[0];
    const heads = table.tHead ? table.tHead.rows.length : 0;
    const rows = body ? [...body.rows] : [];
    const isFirst = !table.previousElementSibling;
    if (!isFirst && heads + rows.length <= SHORT) return false;
    let kept = rows.findIndex(overflows);
    if (kept === rows.length - 1) kept -= 1; // the last two stay together
    if (kept < 1) {
      if (!isFirst || rows.length < 2) return false;
      kept = 1; // a row taller than a page
    }
    cutSpans(rows, kept);
    const rest = table.cloneNode(false);
    for (const part of [table.querySelector("colgroup"), table.tHead]) {
      if (part) rest.append(part.cloneNode(true));
    }
    const below_ = body.cloneNode(false);
    below_.append(...rows.slice(kept));
    rest.append(below_);
    table.classList.add("goes-on");
    turn();
    place(rest);
    return true;
  }

  /* Let cells that reach over a break end before it, and go on empty below it, as merged cells in Word do. */
  function cutSpans(rows, kept) {
    const columns = columnsOf(rows);
    for (const [number, row] of rows.slice(0, kept).entries()) {
      for (const cell of [...row.cells]) {
        const left = number + cell.rowSpan - kept;
        if (left <= 0) continue;
        cell.rowSpan = kept - number;
        cell.classList.add("cut");
        const more = document.createElement("td"); // an empty cell heads nothing
        more.className = cell.tagName === "TH" ? `${cell.className} of-head` : cell.className;
        more.colSpan = cell.colSpan;
        more.rowSpan = left;
        const next = [...rows[kept].cells].find((other) => columns.get(other) > columns.get(cell));
        rows[kept].insertBefore(more, next || null);
        columns.set(more, columns.get(cell));
      }
    }
  }

  function columnsOf(rows) {
    const columns = new Map();
    const free = []; // column → first row that no cell covers
    for (const [number, row] of rows.entries()) {
      let at = 0;
      for (const cell of row.cells) {
        while ((free[at] || 0) > number) at += 1;
        columns.set(cell, at);
        for (let n = 0; n < cell.colSpan; n += 1, at += 1) free[at] = number + cell.rowSpan;
      }
    }
    return columns;
  }

  function lay() {
    turn();
    for (const block of source.children) {
      if (block.classList.contains("page-break")) {
        if (area.children.length) turn();
      } else {
        place((block.matches(".scroll") ? block.firstElementChild : block).cloneNode(true));
      }
    }
    for (const sheet of pages.children) { // what no page holds is shown on a longer one
      area = sheet.firstElementChild;
      if (area.lastElementChild && overflows(area.lastElementChild)) sheet.classList.add("tall");
    }
  }

  function fit() {
    const scale = Math.min(1, desk.clientWidth / pages.offsetWidth);
    pages.style.transform = scale < 1 ? `scale(${scale})` : "";
    desk.style.height = scale < 1 ? `${pages.offsetHeight * scale}px` : "";
  }

  function show(paged) {
    source.hidden = paged;
    pages.hidden = !paged;
    for (const button of buttons) button.setAttribute("aria-pressed", String((button.value === "pages") === paged));
    if (paged) fit();
    else desk.style.height = "";
  }

  const buttons = document.querySelectorAll(".reading button");
  for (const button of buttons) button.addEventListener("click", () => show(button.value === "pages"));
  document.querySelector(".reading").hidden = false;
  desk.append(pages);
  Promise.all([...source.querySelectorAll("img")].map((image) => image.decode().catch(() => null))).then(() => {
    lay();
    show(true);
    window.addEventListener("resize", () => pages.hidden || fit());
    desk.dataset.pages = pages.children.length;
  });
})();
