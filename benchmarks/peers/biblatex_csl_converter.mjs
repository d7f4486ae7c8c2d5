// Reads a .bib file and prints CSL-JSON: node biblatex_csl_converter.mjs FOLDER FILE
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, path] = process.argv.slice(2)
const file = createRequire(`${folder}/`).resolve('biblatex-csl-converter')
const { BibLatexParser, CSLExporter } = await import(pathToFileURL(file))
const { entries } = new BibLatexParser(readFileSync(path, 'utf8')).parse()
process.stdout.write(JSON.stringify(new CSLExporter(entries).parse()))
