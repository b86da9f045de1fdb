import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { badge, issuer, site } from '../../test/legacy-world.ts'
import { convertBadgeClass } from '../index.ts'

describe('a badge class alone', () => {
  test('of 2.0 becomes an achievement and a profile, and says what is lost', () => {
    const conversion = convertBadgeClass({
      badge: {
        ...badge,
        'extensions:Level': { level: 2 },
        alignment: [...badge.alignment, { targetName: 'x' }],
      },
      issuer: { ...issuer, image: { id: `${site}/logo.png`, author: 'Mona' } },
    })
    if (conversion.achievement === undefined) throw new Error(conversion.faults[0]?.message)
    expect(conversion.achievement).toEqual({
      id: badge.id,
      type: ['Achievement'],
      name: 'Travailler en équipe',
      description: 'Mener une tâche commune à son terme.',
      criteria: { narrative: 'A organisé le travail de trois personnes.' },
      image: { id: `${site}/badges/1.png`, type: 'Image' },
      alignment: [
        {
          type: ['Alignment'],
          targetName: 'Coopérer',
          targetUrl: 'https://referentiel.example/c2',
          targetCode: 'C2',
        },
      ],
      tag: ['coopération'],
    })
    expect(conversion.issuer).toMatchObject({ id: issuer.id, type: ['Profile'], name: 'Atelier du Port' })
    expect(conversion.lost.map(({ code, path }) => [code, path])).toEqual([
      ['convert.extension', '/extensions:Level'],
      ['convert.author', '/issuer/image/author'],
      ['convert.alignment', '/alignment'],
    ])
    expect(conversion.vouched).toBe(true)
  })

  test('of 1.0 takes its name and its issuer’s from where they were fetched', () => {
    const conversion = convertBadgeClass({
      badge: {
        name: 'Ancien badge',
        description: 'Avant la version 2.0.',
        image: `${site}/old.png`,
        criteria: `${site}/criteria`,
        issuer: `${site}/org.json`,
      },
      address: `${site}/badges/old.json`,
      issuer: { name: 'Atelier du Port', url: site },
      issuerAddress: `${site}/org.json`,
    })
    expect(conversion).toMatchObject({
      achievement: { id: `${site}/badges/old.json`, criteria: { id: `${site}/criteria` } },
      issuer: { id: `${site}/org.json`, name: 'Atelier du Port' },
      vouched: true,
    })
  })

  test('holds its issuer inside, or needs it given', () => {
    expect(convertBadgeClass({ badge: { ...badge, issuer } })).toMatchObject({ issuer: { id: issuer.id } })
    expect(convertBadgeClass({ badge })).toMatchObject({ faults: [{ code: 'badge-class.issuer-unread' }] })
  })

  test('of somebody who borrows an issuer’s name is not vouched for, and another issuer is no answer', () => {
    const borrowed = { ...badge, id: 'https://elsewhere.example/1.json' }
    expect(convertBadgeClass({ badge: borrowed, issuer })).toMatchObject({ vouched: false })
    const scope = { allowedOrigins: ['elsewhere.example'] }
    const open = { ...issuer, verification: scope }
    expect(convertBadgeClass({ badge: borrowed, issuer: open })).toMatchObject({ vouched: true })
    const other = { ...issuer, id: `${site}/another.json` }
    expect(convertBadgeClass({ badge, issuer: other })).toMatchObject({
      faults: [{ code: 'badge-class.issuer-other' }],
    })
  })

  test('that lacks what the standard asks for is given back with what is missing, and where', () => {
    const { criteria: _criteria, name: _name, ...rest } = badge
    const { faults } = convertBadgeClass({ badge: rest, issuer: { ...issuer, name: '' } })
    expect(faults.map(({ code, path }) => [code, path])).toEqual([
      ['badge-class.name-missing', '/name'],
      ['badge-class.criteria-missing', '/criteria'],
      ['issuer.name-missing', '/issuer/name'],
    ])
  })

  test('of any content never throws', () => {
    const anything = fc.dictionary(
      fc.constantFrom('id', 'type', 'name', 'issuer', 'criteria', 'alignment', 'image', 'origin'),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(anything, anything, (one, two) => {
        const parsed = JSON.parse(JSON.stringify({ one, two }))
        expect(Array.isArray(convertBadgeClass({ badge: parsed.one, issuer: parsed.two }).faults)).toBe(true)
      }),
    )
  })
})
