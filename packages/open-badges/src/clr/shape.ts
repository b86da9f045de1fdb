import { achievement, identityObject, image } from '../guard/classes.ts'
import { dates1, dates2, endorsementCredential, envelope } from '../guard/envelopes.ts'
import {
  boolean,
  many,
  node,
  oneOf,
  type Property,
  required,
  type Shape,
  shape,
  text,
} from '../guard/shape.ts'
import { associationTypes } from './model.ts'

const association = shape(
  'clr.association',
  'Association',
  {
    associationType: oneOf(associationTypes, true, required),
    sourceId: text('uri', required),
    targetId: text('uri', required),
  },
  { typeIsText: true },
)

// The credentials inside are taken out first: each is a document of its own, with rules of its own.
const subject = shape('clr.subject', 'ClrSubject', {
  id: text('uri'),
  identifier: node(() => identityObject, many),
  achievement: node(() => achievement, many),
  association: node(() => association, many),
})

const members: Record<string, Property> = {
  name: text(undefined, required),
  partial: boolean(),
  image: node(() => image),
  awardedDate: text('date-time'),
  endorsement: node(() => endorsementCredential, many),
  endorsementJwt: text('jwt', many),
}

/** CLR 2.0 over VC Data Model 2.0. */
export const clrCredential: Shape = shape('clr', 'ClrCredential', {
  ...envelope(() => subject, dates2),
  ...members,
})
/** CLR 2.0 over VC Data Model 1.1. */
export const clrCredential1: Shape = shape('clr', 'ClrCredential', {
  ...envelope(() => subject, dates1),
  ...members,
})
