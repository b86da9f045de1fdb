/** What a person is in an organisation. */
export const roles = ['owner', 'issuer-manager', 'awarder', 'viewer'] as const
export type Role = (typeof roles)[number]

/** What can be done in an organisation's name. Higher slices ask for these, none other. */
export const verbs = [
  'organisation.read',
  'organisation.edit',
  'members.edit',
  'network.edit',
  'framework.import',
  'achievement.design',
  'achievement.publish',
  'credential.award',
  'credential.revoke',
] as const
export type Verb = (typeof verbs)[number]

/** The one table of rights: whatever is not written here is refused. */
export const policy: Readonly<Record<Role, readonly Verb[]>> = {
  owner: verbs,
  'issuer-manager': [
    'organisation.read',
    'organisation.edit',
    'framework.import',
    'achievement.design',
    'achievement.publish',
    'credential.award',
    'credential.revoke',
  ],
  awarder: ['organisation.read', 'credential.award'],
  viewer: ['organisation.read'],
}

export const allows = (role: Role, verb: Verb): boolean => policy[role].includes(verb)
