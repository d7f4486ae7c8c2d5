"use strict";
// The table of records. Sorts and filters all rows; only those of one page are in the document.
(() => {
  const [YEAR, AUTHOR, JOURNAL, REFERENCE, TYPES, IDS, MARKS, SOURCES] = [0, 1, 2, 3, 4, 5, 6, 7];
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const body = document.querySelector(".records tbody");
  const heads = [...document.querySelectorAll(".records thead th")];
  const inputs = ["words", "from", "to", "type", "source", "mark"];
  const state = { column: YEAR, down: true, page: 0, shown: [] };

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  // References are HTML that medcite has escaped; a template runs nothing and loads nothing.
  const parse = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  };

  // What is searched: reference, identifiers, types, sources. Made when first needed.
  let texts = null;
  const entities = { "&#38;": "&", "&#60;": "<", "&#62;": ">" };
  const plain = (html) => html.replace(/<[^>]*>/g, "").replace(/&#\d+;/g, (name) => entities[name] ?? name);
  const searched = () => (texts ??= data.rows.map((row) => fold([
    plain(row[REFERENCE]), row[JOURNAL], ...row[IDS],
    ...row[TYPES].map((number) => data.types[number]),
    ...row[SOURCES].map((number) => data.sources[number]),
  ].join(" "))));

  // The order by each column, ascending; made when first needed.
  const orders = [];
  const key = (row, column) => (column === YEAR ? row[YEAR] : fold(column === REFERENCE ? plain(row[REFERENCE]) : row[column]));
  const order = (column) => {
    if (!orders[column]) {
      const keys = data.rows.map((row) => key(row, column));
      const compare = (one, two) => (keys[one] < keys[two] ? -1 : keys[one] > keys[two] ? 1 : one - two);
      orders[column] = data.rows.map((_, index) => index).sort(compare);
    }
    return orders[column];
  };

  const tests = () => {
    const value = (id) => at(id).value.trim();
    const number = (id) => Number(value(id));
    const found = [];
    const words = fold(value("words")).split(/\s+/).filter(Boolean);
    if (words.length) {
      const all = searched();
      found.push((_, index) => words.every((word) => all[index].includes(word)));
    }
    if (value("from")) found.push((row) => row[YEAR] >= number("from"));
    if (value("to")) found.push((row) => row[YEAR] && row[YEAR] <= number("to"));
    for (const [id, place] of [["type", TYPES], ["source", SOURCES], ["mark", MARKS]]) {
      if (value(id) !== "") found.push((row) => row[place].includes(number(id)));
    }
    return found;
  };

  const draw = (row) => {
    const line = make("tr");
    line.append(make("td", String(row[YEAR] || "–"), "year"));
    line.append(make("td", row[AUTHOR], "narrow"), make("td", row[JOURNAL], "narrow"));
    const cell = make("td");
    const reference = make("div");
    reference.append(parse(row[REFERENCE]));
    const links = make("div", "", "links");
    row[IDS].forEach((id, place) => {
      if (!id) return;
      const [label, start] = data.links[place];
      const link = make("a", label);
      link.href = start + id;
      link.rel = "noreferrer";
      links.append(link);
    });
    for (const mark of row[MARKS]) {
      const [label, look] = data.marks[mark];
      if (look) links.append(make("span", label, `tag ${look}`));
    }
    cell.append(reference, links);
    line.append(cell);
    return line;
  };

  const count = (number) => number.toLocaleString("en");
  const show = () => {
    const size = Number(at("size").value);
    const pages = Math.max(1, Math.ceil(state.shown.length / size));
    state.page = Math.min(Math.max(state.page, 0), pages - 1);
    const start = state.page * size;
    const rows = state.shown.slice(start, start + size);
    body.replaceChildren(...rows.map((index) => draw(data.rows[index])));
    const total = count(state.shown.length);
    const all = state.shown.length === data.rows.length ? "" : ` (of ${count(data.rows.length)})`;
    at("status").textContent = rows.length
      ? `${count(start + 1)}–${count(start + rows.length)} of ${total} records${all}`
      : "No record has all this.";
    at("page").textContent = `Page ${count(state.page + 1)} of ${count(pages)}`;
    at("first").disabled = at("previous").disabled = state.page === 0;
    at("next").disabled = at("last").disabled = state.page === pages - 1;
  };
  const select = () => {
    const conditions = tests();
    const chosen = order(state.column).filter((index) => conditions.every((test) => test(data.rows[index], index)));
    state.shown = state.down ? chosen.reverse() : chosen;
    state.page = 0;
    show();
  };
  const turn = (page) => {
    state.page = page;
    show();
  };

  const fill = (id, names) => names.forEach((name, number) => {
    const option = make("option", name);
    option.value = number;
    at(id).append(option);
  });
  fill("type", data.types);
  fill("source", data.sources);
  for (const id of inputs) at(id).addEventListener("input", select);
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  at("filters").addEventListener("reset", () => setTimeout(select));
  heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
    state.down = state.column === column && !state.down;
    state.column = column;
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
    select();
  }));
  at("first").addEventListener("click", () => turn(0));
  at("previous").addEventListener("click", () => turn(state.page - 1));
  at("next").addEventListener("click", () => turn(state.page + 1));
  at("last").addEventListener("click", () => turn(Infinity));
  at("size").addEventListener("input", () => turn(0));
  for (const link of document.querySelectorAll("[data-mark]")) {
    link.addEventListener("click", () => {
      at("filters").reset();
      at("mark").value = link.dataset.mark;
      setTimeout(select);
    });
  }
  at("table").hidden = false;
  select();
})();
