/** Small files in the shapes that the real downloads have. */

const guid = (n: number) => `0000000${n}-0000-4000-8000-00000000000${n}`

export function casePackage() {
  const day = '2026-01-01T00:00:00Z'
  const document = {
    uri: `https://case.example/uri/${guid(1)}`,
    creator: 'Réseau d’essai',
    title: 'Référentiel d’essai',
    language: 'fr',
    version: '2',
    lastChangeDateTime: day,
  }
  const items = [
    {
      uri: `https://case.example/uri/${guid(2)}`,
      fullStatement: 'Travailler en équipe',
      humanCodingScheme: 'A',
      CFItemType: 'Domaine',
      lastChangeDateTime: day,
    },
    {
      uri: `https://case.example/uri/${guid(3)}`,
      fullStatement: 'Partager une information utile',
      humanCodingScheme: 'A.1',
      abbreviatedStatement: 'Partager',
      lastChangeDateTime: day,
    },
  ]
  const end = (n: number) => ({
    title: 'x',
    identifier: guid(n),
    uri: `https://case.example/uri/${guid(n)}`,
  })
  const association = {
    uri: `https://case.example/uri/${guid(4)}`,
    associationType: 'isChildOf',
    originNodeURI: end(3),
    destinationNodeURI: end(2),
    lastChangeDateTime: day,
  }
  return {
    official: {
      CFDocument: {
        ...document,
        identifier: guid(1),
        caseVersion: '1.1',
      },
      CFItems: items.map((one, at) => ({ ...one, identifier: guid(at + 2) })),
      CFAssociations: [{ ...association, identifier: guid(4) }],
    },
    file: {
      document: { ...document, sourcedId: guid(1) },
      items: items.map((one, at) => ({ ...one, sourcedId: guid(at + 2) })),
      associations: [{ ...association, sourcedId: guid(4) }],
    },
  }
}

/** The columns of the official download. */
export function escoSkills(language: 'fr' | 'en'): string {
  const header =
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description'
  const uri = (id: string) => `http://data.europa.eu/esco/skill/${id}`
  const names =
    language === 'fr'
      ? [
          'travailler en équipe',
          'droit du travail',
          'ancienne compétence',
          'faire équipe\ncoopérer',
          'équipier',
        ]
      : ['work in teams', 'employment law', 'the former skill', 'cooperate\nwork in the group', 'team player']
  return [
    header,
    `KnowledgeSkillCompetence,${uri('60c78287-22eb-4103-9c8c-28deaa460da0')},skill/competence,transversal,${names[0]},"${names[3]}",${names[4]},released,2024-01-01,,,,"Une description, longue
sur deux lignes"`,
    `KnowledgeSkillCompetence,${uri('b')},knowledge,cross-sector,${names[1]},,,released,,,,,`,
    `KnowledgeSkillCompetence,${uri('c')},skill/competence,sector-specific,${names[2]},,,obsolete,,,,,`,
    'Occupation,http://data.europa.eu/esco/occupation/d,,,boulanger,,,released,,,,,',
  ].join('\n')
}

export function register(): string {
  return `Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;Nomenclature_Europe_Intitule;Accessible_Nouvelle_Caledonie;Accessible_Polynesie_Francaise;Date_dernier_jo;Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Validation_Partielle;Actif
1;RNCP181;Assistant ou assistante d’essai;TP;Titre professionnel;NIV4;Niveau 4;Non;Non;;;01/01/2022;;;;INACTIVE
2;RS5875;Certificat d’essai;;;;;Non;Non;;;31/12/2027;;;;ACTIVE
3;ABC1;Numéro faux;;;;;;;;;;;;;ACTIVE
4;RS5875;Encore;;;;;;;;;;;;;ACTIVE
`
}

export const romeTree = () => ({
  arborescence_competence: {
    domaine_competence: [
      {
        libelle_domaine_competence: 'Coopération',
        code_fonctionnel: '6',
        liste_enjeux: [
          {
            libelle_enjeu: 'Coopérer',
            code_fonctionnel: '6A',
            liste_objectifs: [
              {
                libelle_objectif: 'Travailler à plusieurs',
                code_fonctionnel: '6A1',
                liste_macro_competences: [
                  {
                    code_ogr_macro_competence: 300465,
                    libelle_macro_competence: "Avoir l'esprit d'équipe",
                    code_fonctionnel: '6A101',
                    liste_competences: [
                      { code_ogr_competence: 123456, libelle_competence: 'Animer une réunion' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
})

/** Bytes of a text in Latin-1. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
