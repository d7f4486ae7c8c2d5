// Reads a file of BibTeX, RIS or CSL-JSON, and prints CSL-JSON: node citation_js.cjs FILE
const fs = require('fs')
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-csl')
require('@citation-js/plugin-ris')
const { data } = new Cite(fs.readFileSync(process.argv[2], 'utf8'), { generateGraph: false })
process.stdout.write(JSON.stringify(data))
