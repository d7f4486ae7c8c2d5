// Format items and citations with citeproc-js, in one style after the other.
// node reference.cjs MODULE LOCALES DOCUMENT < styles > results
// MODULE: the folder of npm's `citeproc`; LOCALES: a folder of locales-xx-XX.xml;
// DOCUMENT: JSON of {items, citations}, citations as citeproc-js takes them.
// Reads a style's path from each line, and writes a line of JSON for each:
// {entries: [[id, text]...], citations: [text...]}, or {error}.
const fs = require("fs");
const path = require("path");
const readline = require("readline");

const [module_, locales, document_] = process.argv.slice(2);
const CSL = require(module_);
const { items, citations } = JSON.parse(fs.readFileSync(document_, "utf8"));
const known = new Map(items.map((item) => [String(item.id), item]));
CSL.debug = () => {}; // what it says of odd styles would mix with the results

function locale(lang) {
  const file = path.join(locales, `locales-${lang}.xml`);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
}

// It looks macros up in the whole style, each time they are called: seconds for a large one.
const search = CSL.XmlJSON.prototype.getNodesByName;
const macros = new WeakMap();
CSL.XmlJSON.prototype.getNodesByName = function (style, name, value, found) {
  if (name !== "macro" || !value || found) return search.call(this, style, name, value, found);
  if (!macros.has(style)) macros.set(style, new Map());
  const nodes = macros.get(style);
  if (!nodes.has(value)) nodes.set(value, search.call(this, style, name, value));
  return nodes.get(value);
};

const copy = (value) => JSON.parse(JSON.stringify(value)); // it changes what it is given
const system = {
  retrieveLocale: locale,
  retrieveItem: (id) => ({ ...copy(known.get(String(id))), system_id: String(id) }),
  embedBibliographyEntry: (id) => `\0${id}`, // behind each entry: an empty one has none
};

function formatted(style) {
  const engine = new CSL.Engine(system, style);
  engine.updateItems([...known.keys()]);
  const [, marked] = engine.makeBibliography() || [{}, []];
  const entries = marked.map((text) => text.split("\0").reverse().map((part) => part.trim()));
  const inNotes = engine.opt.xclass === "note";
  const document = copy(citations).map((citation, at) => ({
    ...citation,
    citationID: `c${at}`,
    properties: { ...citation.properties, noteIndex: inNotes ? at + 1 : 0 },
  }));
  const texts = document.length ? engine.rebuildProcessorState(document, "html", []) : [];
  return { entries, citations: texts.map(([, , text]) => text) };
}

readline.createInterface({ input: process.stdin }).on("line", (file) => {
  let result;
  try {
    result = formatted(fs.readFileSync(file, "utf8"));
  } catch (error) {
    result = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
});
