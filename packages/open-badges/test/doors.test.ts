import * as records from '@insigne/open-badges/clr-2.0'
import * as histories from '@insigne/open-badges/did-webvh-1.0'
import * as before from '@insigne/open-badges/open-badges-2.0'
import { describe, expect, test } from 'vitest'
import * as whole from '../src/index.ts'

describe('the doors named after the standards', () => {
  test.each([
    ['clr-2.0', records, 'buildClr'],
    ['did-webvh-1.0', histories, 'createWebvhLog'],
    ['open-badges-2.0', before, 'twinOfCredential'],
  ])('%s gives the functions of the main door', (_name, door, name) => {
    expect(Reflect.get(door, name)).toBe(Reflect.get(whole, name))
  })
})
