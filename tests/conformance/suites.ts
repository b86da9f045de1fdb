/** Where the product answers, and who its test issuers are. */
export interface Endpoints {
  base: string
  /** DID of the test issuer for each kind of key. */
  issuers: Record<KeyName, string>
}

export const keyNames = ['Ed25519', 'P-256', 'P-384'] as const
export type KeyName = (typeof keyNames)[number]

/** One suite of the W3C, by the name of its folder. */
export interface Suite {
  folder: string
  /** As the table and the expectations show it. */
  title: string
  /** The `implementations` of its localConfig.cjs. */
  implementations(endpoints: Endpoints): object[]
}

const supports = { vc: ['1.1', '2.0'] }

const issuing = ({ base, issuers }: Endpoints, key: KeyName, more: string, tags: string[]) => ({
  id: issuers[key],
  endpoint: `${base}/vc-api/credentials/issue?key=${key}${more}`,
  supports,
  supportedEcdsaKeyTypes: [key],
  tags,
})
const verifying = ({ base }: Endpoints, keys: KeyName[], tags: string[]) => ({
  id: `${base}/vc-api`,
  endpoint: `${base}/vc-api/credentials/verify`,
  supports,
  supportedEcdsaKeyTypes: keys,
  tags,
})
const presenting = ({ base }: Endpoints, tags: string[]) => ({
  id: `${base}/vc-api`,
  endpoint: `${base}/vc-api/presentations/verify`,
  supports,
  tags,
})
const named = (name: string, parts: object) => ({ name, implementation: name, ...parts })

/** In the order in which they run. */
export const suites: readonly Suite[] = [
  {
    folder: 'vc-data-model-2.0-test-suite',
    title: 'VC Data Model 2.0',
    implementations: (at) => [
      named('Insigne', {
        issuers: [issuing(at, 'Ed25519', '', ['vc2.0'])],
        verifiers: [verifying(at, ['Ed25519'], ['vc2.0'])],
        vpVerifiers: [presenting(at, ['vc2.0'])],
      }),
    ],
  },
  {
    folder: 'vc-di-eddsa-test-suite',
    title: 'Data Integrity EdDSA',
    implementations: (at) => [
      named('Insigne', {
        issuers: [issuing(at, 'Ed25519', '', ['eddsa-rdfc-2022'])],
        verifiers: [verifying(at, ['Ed25519'], ['eddsa-rdfc-2022'])],
      }),
    ],
  },
  {
    folder: 'vc-di-ecdsa-test-suite',
    title: 'Data Integrity ECDSA',
    // The suite asks the first issuer of an implementation only, so that each kind of key is an implementation.
    implementations: (at) => [
      named('Insigne P-256', {
        issuers: [
          issuing(at, 'P-256', '', ['ecdsa-rdfc-2019']),
          issuing(at, 'P-256', '&cryptosuite=ecdsa-sd-2023', ['ecdsa-sd-2023']),
        ],
        verifiers: [
          verifying(at, ['P-256'], ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019']),
          verifying(at, ['P-256'], ['ecdsa-sd-2023']),
        ],
        vcHolders: [
          {
            id: `${at.base}/vc-api`,
            endpoint: `${at.base}/vc-api/credentials/derive`,
            supports,
            tags: ['vcHolder', 'ecdsa-sd-2023'],
          },
        ],
      }),
      named('Insigne P-384', {
        issuers: [issuing(at, 'P-384', '', ['ecdsa-rdfc-2019'])],
        verifiers: [verifying(at, ['P-384'], ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'])],
      }),
    ],
  },
  {
    folder: 'vc-bitstring-status-list-test-suite',
    title: 'Bitstring Status List',
    implementations: (at) => [
      named('Insigne', {
        issuers: [issuing(at, 'Ed25519', '&status=revocation', ['BitstringStatusList'])],
        verifiers: [verifying(at, ['Ed25519'], ['BitstringStatusList'])],
        vpVerifiers: [presenting(at, ['BitstringStatusList'])],
      }),
    ],
  },
]

/** Repositories that the suites import: each must lie in the folder beside them. */
export const imported: Record<string, string> = {
  'vc-test-suite-implementations': 'vc-test-suite-implementations',
  'data-integrity-test-suite-assertion': 'data-integrity-test-suite-assertion',
}
