// Formats items with citeproc-js, to compare our processor with it.
// node reference.cjs MODULE STYLE LOCALES < items.json > entries.json
// MODULE: the folder of npm's `citeproc`; LOCALES: a folder of locales-xx-XX.xml.
const fs = require("fs");
const path = require("path");

const [module_, style, locales] = process.argv.slice(2);
const CSL = require(module_);
const items = JSON.parse(fs.readFileSync(0, "utf8"));
const known = new Map(items.map((item) => [String(item.id), item]));

function locale(lang) {
  const file = path.join(locales, `locales-${lang}.xml`);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
}

const system = {
  retrieveLocale: locale,
  retrieveItem: (id) => known.get(String(id)),
};
const engine = new CSL.Engine(system, fs.readFileSync(style, "utf8"));
engine.updateItems([...known.keys()]);
const [parameters, entries] = engine.makeBibliography();
const ids = parameters.entry_ids.map((group) => String(group[0]));
process.stdout.write(JSON.stringify({ ids, entries }));
