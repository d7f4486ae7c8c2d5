// Prints what citation-js reads in a file, as CSL-JSON.
import { readFileSync } from 'node:fs'
import core from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import '@citation-js/plugin-csl'

const [path, forceType] = process.argv.slice(2)
const text = readFileSync(path, 'utf8')
const { data } = new core.Cite(text, { generateGraph: false, ...(forceType && { forceType }) })
process.stdout.write(JSON.stringify(data))
