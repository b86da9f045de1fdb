import { french } from './language.ts'

const fr = `insigne : créer, remettre et vérifier des badges

  insigne verify FICHIER|ADRESSE|- [--json] [--offline]
      vérifie un badge : PNG, SVG, JSON, JWT ou adresse
      sortie : 0 valide, 1 invalide, 2 indéterminé, 3 demande illisible
  insigne assess FICHIER|ADRESSE|- [--json]
      dit la nature et la solidité, avec la preuve de chaque fait
  insigne keygen --out FICHIER [--did key|web:HÔTE]
      fabrique une clé d’émetteur
  insigne issue --key FICHIER --achievement A.json --recipients R.csv --out DOSSIER
                [--proof eddsa-rdfc-2022|jwt] [--bake png|svg|none]
      signe un badge par ligne
  insigne start       lance tout : base, pages, signature
  insigne web         lance les pages seules
  insigne worker      lance la signature seule
  insigne migrate     met la base à jour
  insigne demo load|remove
      ajoute ou retire les contenus d’essai
  insigne framework import FICHIER [--name NOM] [--licence LICENCE] [--licence-url ADRESSE]
                [--source ADRESSE] [--version V] [--language fr|en]
                [--kind case|esco|rome|register|csv]
      importe un référentiel : CASE, ESCO, ROME, RNCP et RS, ou un tableau CSV
      sortie : 0 importé, 1 des lignes refusées, 3 fichier ou demande illisible
`
const en = `insigne: make, award and check badges

  insigne verify FILE|URL|- [--json] [--offline]
      checks a badge: PNG, SVG, JSON, JWT or address
      exit: 0 valid, 1 invalid, 2 undetermined, 3 unreadable request
  insigne assess FILE|URL|- [--json]
      tells nature and solidité, with the proof of each fact
  insigne keygen --out FILE [--did key|web:HOST]
      makes an issuer key
  insigne issue --key FILE --achievement A.json --recipients R.csv --out FOLDER
                [--proof eddsa-rdfc-2022|jwt] [--bake png|svg|none]
      signs one badge a row
  insigne start       starts everything: database, pages, signing
  insigne web         starts the pages alone
  insigne worker      starts the signing alone
  insigne migrate     brings the database up to date
  insigne demo load|remove
      adds or removes the trial content
  insigne framework import FILE [--name NAME] [--licence LICENCE] [--licence-url URL]
                [--source URL] [--version V] [--language fr|en]
                [--kind case|esco|rome|register|csv]
      imports a framework: CASE, ESCO, ROME, RNCP and RS, or a CSV table
      exit: 0 imported, 1 lines were refused, 3 unreadable file or request
`

export async function run(): Promise<number> {
  process.stdout.write(french() ? fr : en)
  return 0
}
