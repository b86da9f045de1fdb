import type { Fault } from '../errors.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { hasFormat, instant, isIri } from './format.ts'
import { relatedFault } from './related.ts'

type Purpose = 'prepare' | 'verify'
type Report = (path: string, message: string) => void

const nonEmpty = (value: Json | undefined): value is JsonObject =>
  isJsonObject(value) && Object.keys(value).length > 0
const isType = (value: Json | undefined): boolean =>
  asArray(value).length > 0 && asArray(value).every((one) => typeof one === 'string' && one !== '')

const textMembers = new Set(['@value', '@language', '@direction'])
const isText = (value: Json): boolean =>
  typeof value === 'string' ||
  (isJsonObject(value) &&
    typeof value['@value'] === 'string' &&
    Object.keys(value).every((key) => textMembers.has(key)))

// 4.6 and 11.1: a text, or a text with its language and direction; one for each language.
function checkTexts(holder: { name?: Json; description?: Json }, path: string, report: Report): void {
  for (const key of ['name', 'description'] as const) {
    if (!asArray(holder[key]).every(isText)) report(`${path}/${key}`, 'A text is expected')
  }
}

function checkIssuer(issuer: Json | undefined, report: Report): void {
  const id = isJsonObject(issuer) ? issuer['id'] : issuer
  if (isJsonObject(issuer)) checkTexts(issuer, '/issuer', report)
  if (typeof id !== 'string' || !isIri(id))
    report('/issuer', 'The issuer must be a URL, or an object with a URL as id')
}

function checkDates(document: JsonObject, report: Report): void {
  for (const name of ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'issued']) {
    const value = document[name]
    if (value === undefined) continue
    if (typeof value !== 'string' || !hasFormat(value, 'date-time'))
      report(`/${name}`, 'A date-time with a zone is expected')
  }
  const { validFrom, validUntil } = document
  if (
    typeof validFrom === 'string' &&
    typeof validUntil === 'string' &&
    instant(validUntil) < instant(validFrom)
  ) {
    report('/validUntil', 'validUntil is before validFrom')
  }
}

function checkSubjects(subject: Json | undefined, report: Report): void {
  const subjects = asArray(subject)
  if (subjects.length === 0 || !subjects.every(nonEmpty))
    report('/credentialSubject', 'A subject with a claim is expected')
  for (const one of subjects.filter(isJsonObject)) {
    const { id } = one
    if (id !== undefined && (typeof id !== 'string' || !isIri(id)))
      report('/credentialSubject/id', 'The id must be a URL')
  }
}

// 4.10, 4.11, 5.4 to 5.6: each of these says its type, and a schema its address.
function checkTyped(document: JsonObject, report: Report): void {
  for (const name of [
    'credentialStatus',
    'credentialSchema',
    'refreshService',
    'termsOfUse',
    'evidence',
    'confidenceMethod',
    'renderMethod',
  ]) {
    for (const [at, one] of asArray(document[name]).entries()) {
      const path = `/${name}/${at}`
      if (!isJsonObject(one) || !isType(one['type'])) report(path, 'An object with a type is expected')
      else if (one['id'] !== undefined && (typeof one['id'] !== 'string' || !isIri(one['id'])))
        report(`${path}/id`, 'The id must be a URL')
      else if (name === 'credentialSchema' && one['id'] === undefined) report(path, 'A schema has an id')
    }
  }
}

// 5.3: what a credential relies on is named once, with a digest.
function checkRelated(document: JsonObject, purpose: Purpose, report: Report): void {
  const seen = new Set<string>()
  for (const [at, one] of asArray(document['relatedResource']).entries()) {
    const path = `/relatedResource/${at}`
    const id = isJsonObject(one) ? one['id'] : undefined
    if (!isJsonObject(one) || typeof id !== 'string' || !isIri(id))
      report(path, 'A related resource has a URL as id')
    else if (seen.has(id)) report(path, 'A related resource is named once')
    else {
      const fault = relatedFault(one, purpose)
      if (fault) report(path, fault)
    }
    if (typeof id === 'string') seen.add(id)
  }
}

function checkKeywords(value: Json, path: string, report: Report): void {
  if (Array.isArray(value))
    for (const [at, item] of value.entries()) checkKeywords(item, `${path}/${at}`, report)
  else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      const here = `${path}/${key}`
      // Contexts have rules of their own.
      if (here === '/@context') continue
      const isTextMember = textMembers.has(key) && typeof member === 'string'
      if (key.startsWith('@') && !isTextMember) report(here, `The keyword ${key} is refused here`)
      if (member === null) report(here, 'Leave the property out rather than null')
      checkKeywords(member, here, report)
    }
  }
}

/** The faults of a verifiable credential of any kind. VC Data Model 2.0, 4 and 5; open to words its contexts define. */
export function credentialFaults(document: JsonObject, purpose: Purpose): Fault[] {
  const faults: Fault[] = []
  const report: Report = (path, message) => {
    faults.push({ code: 'vc.fault', path, message })
  }
  const { id, type } = document
  if (id !== undefined && (typeof id !== 'string' || !isIri(id))) report('/id', 'The id must be a URL')
  if (!isType(type) || !asArray(type).includes('VerifiableCredential'))
    report('/type', 'VerifiableCredential is expected')
  checkTexts(document, '', report)
  checkIssuer(document['issuer'], report)
  checkDates(document, report)
  checkSubjects(document['credentialSubject'], report)
  checkTyped(document, report)
  checkRelated(document, purpose, report)
  const { proof: _, ...unsigned } = document
  checkKeywords(unsigned, '', report)
  return faults
}
