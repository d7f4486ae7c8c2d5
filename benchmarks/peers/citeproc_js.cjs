// Formats the items of a CSL-JSON file: node citeproc_js.cjs LOCALES STYLE ITEMS
const fs = require('fs')
const CSL = require('citeproc')
const [locales, style, file] = process.argv.slice(2)
const items = {}
for (const item of JSON.parse(fs.readFileSync(file, 'utf8'))) items[item.id] = item
const system = {
  retrieveLocale: (language) => {
    const path = `${locales}/locales-${language}.xml`
    return fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : false
  },
  retrieveItem: (id) => items[id],
}
const engine = new CSL.Engine(system, fs.readFileSync(style, 'utf8'))
engine.updateItems(Object.keys(items))
process.stdout.write(engine.makeBibliography()[1].join(''))
