// Prints the entries that biblatex-csl-converter reads in a file.
import { readFileSync } from 'node:fs'
import { BibLatexParser, CSLParser } from 'biblatex-csl-converter'

const [path, format] = process.argv.slice(2)
const text = readFileSync(path, 'utf8')
const settings = { processUnexpected: true, processUnknown: true }
const { entries } = format === 'csl-json'
  ? { entries: new CSLParser(Object.fromEntries(JSON.parse(text).map(item => [item.id, item]))).parse() }
  : new BibLatexParser(text, settings).parse()
process.stdout.write(JSON.stringify(Object.values(entries)))
