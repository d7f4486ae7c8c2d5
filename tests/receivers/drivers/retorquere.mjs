// Prints the entries that @retorquere/bibtex-parser reads in a file.
import { readFileSync } from 'node:fs'
import { parse } from '@retorquere/bibtex-parser'

const { entries } = parse(readFileSync(process.argv[2], 'utf8'))
process.stdout.write(JSON.stringify(entries.map(({ key, fields }) => ({ key, fields }))))
