import { createServer } from 'node:http'
import { parentPort } from 'node:worker_threads'

/** A site with as many badges of 2.0 as its list is asked for. It runs in a thread of its own. */
const skills = [
  'Animer un atelier',
  'Tenir une caisse',
  'Conduire un chariot',
  'Accueillir un groupe',
  'Réparer un vélo',
]
const places = ['à l’atelier', 'au comptoir', 'au dépôt', 'au musée', 'dans la cour']

const server = createServer((request, response) => {
  const origin = `http://${request.headers.host}`
  const url = new URL(request.url ?? '/', origin)
  const send = (body: object) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const number = /^\/badges\/(\d+)\.json$/.exec(url.pathname)?.[1]
  if (url.pathname === '/list.json')
    send(Array.from({ length: Number(url.searchParams.get('n')) }, (_, at) => `/badges/${at}.json`))
  else if (url.pathname === '/issuer.json')
    send({ type: 'Issuer', id: `${origin}/issuer.json`, name: 'Site d’essai', url: origin })
  else if (number !== undefined) send(badge(origin, Number(number)))
  else response.writeHead(404).end()
})

function badge(origin: string, at: number) {
  const skill = skills[at % skills.length]
  const place = places[Math.floor(at / skills.length) % places.length]
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'BadgeClass',
    id: `${origin}/badges/${at}.json`,
    name: `${skill} ${place}, ${at}`,
    description: `${skill} ${place}, seul puis avec un groupe de six personnes, en respectant les consignes.`,
    image: `${origin}/badges/${at}.png`,
    criteria: {
      narrative: `Réalise trois séances observées par une formatrice. Remplit la grille numéro ${at}, puis en parle.`,
    },
    issuer: `${origin}/issuer.json`,
    tags: ['atelier', 'groupe'],
    alignment: [
      { targetName: skill, targetUrl: `https://referentiel.example/${at % 500}`, targetCode: `R${at % 500}` },
    ],
  }
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  parentPort?.postMessage(typeof address === 'object' && address !== null ? address.port : 0)
})
