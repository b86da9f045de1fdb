import { canonicalAddress } from '../rules.ts'
import { addressOfDid } from './did.ts'

/** Addresses of a list file, and the numbers of the lines that hold none. */
export interface LinesReading {
  addresses: string[]
  without: number[]
}

/** One address a line, or a table (comma, semicolon, tab) with an address in one of its columns. */
export function readLines(text: string, most: number): LinesReading {
  const addresses = new Set<string>()
  const without: number[] = []
  let number = 0
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    number += 1
    if (line.trim() === '') continue
    const address = cells(line)
      .map(addressIn)
      .find((one) => one !== undefined)
    if (address !== undefined) addresses.add(address)
    // The first line names the columns.
    else if (number > 1 && without.length < 50) without.push(number)
    if (addresses.size > most) break
  }
  return { addresses: [...addresses], without }
}

const cells = (line: string): string[] => line.split(/[,;\t]/).map((cell) => unquoted(cell.trim()).trim())

// A stranger wrote the cell: by hand, since a pattern that ends in `"+$` is tried again at each of a million quotes.
function unquoted(cell: string): string {
  let begin = 0
  let end = cell.length
  while (cell[begin] === '"') begin += 1
  while (end > begin && cell[end - 1] === '"') end -= 1
  return cell.slice(begin, end)
}

function addressIn(cell: string): string | undefined {
  if (/^did:web:/i.test(cell)) return addressOfDid(cell)
  return /^https?:\/\//i.test(cell) ? canonicalAddress(cell, keepHttp) : undefined
}

// Whether a host of plain http is our own is decided where it is asked.
const keepHttp = (url: URL) => url.hostname === 'localhost'
