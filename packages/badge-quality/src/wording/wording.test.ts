import { expect, test } from 'vitest'
import { statements } from '../statement.ts'

const read = (text: string) => {
  const [one] = statements([{ document: 'achievement', pointer: '/criteria/narrative', text }], undefined)
  if (one === undefined) throw new Error('a text has a statement')
  return one
}

test.each([
  'Elle est une volontaire de la réserve communale.',
  'S’implique activement dans le conseil de quartier.',
  'A consacré plus de trente heures au vestiaire.',
  'Signed our code of conduct.',
  'Regular service in the hospital garden.',
  'Gave more than 40 hours to the food bank.',
  'Acts in their role as peer tutor.',
])('« %s » says a role or a commitment', (text) => {
  expect(read(text).role).toBe(true)
})

test.each([
  'Il a collaboré à la rédaction du journal.',
  'Awarded for building a weather station.',
  'Completed 15+ labs.',
  'Earned a passing grade.',
])('« %s » says something done', (text) => {
  expect(read(text).deeds).toBe(true)
})

test.each([
  'Vous réparez les vélos du quartier.',
  'Conception et fabrication d’un banc.',
  'Design of a poster.',
])('« %s » says an act that anybody could watch', (text) => {
  expect(read(text).acts).toBe(true)
})

test.each([
  'A démontré les compétences de base.',
  'Has demonstrated the skills listed above.',
  'Has experience using a ledger.',
  'Excelle à guider une équipe.',
])('« %s » claims, and nothing is seen to be done', (text) => {
  const { acts, deeds, role } = read(text)
  expect({ acts, deeds, role }).toEqual({ acts: false, deeds: false, role: false })
})

test.each([
  'Il salue votre engagement.',
  'Given to the finest pupil of them all.',
  'They inspire and empower others.',
])('« %s » tells of the badge or praises: no act', (text) => {
  expect(read(text).acts).toBe(false)
})

test.each(['Was in attendance.', 'Il a fait le déplacement.', 'Spent a day at the farm.'])(
  '« %s » is to have been there',
  (text) => {
    expect(read(text).attends).toBe(true)
  },
)

test('titles of a workshop stay part of it: making is not read from « atelier de création »', () => {
  expect(read('A participé à un atelier de création d’un jeu.').deeds).toBe(false)
})

test.each([
  'Warns of a delay before the break.',
  'Alerts the supervisor when a reference is missing.',
  'Notifies the client of a change of date.',
  'Relieves a colleague at the packing line.',
  'Rearranged the stock room with a colleague.',
])('a verb of warning, relief or order is an act: %s', (text) => {
  expect(read(text).observable).toBe(true)
})
