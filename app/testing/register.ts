import { requestImport } from '../domains/frameworks/index.ts'
import type { World } from './index.ts'

/** A register of two invented certifications, one in force and one over. */
const file = `Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;Nomenclature_Europe_Intitule;Accessible_Nouvelle_Caledonie;Accessible_Polynesie_Francaise;Date_dernier_jo;Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Validation_Partielle;Actif
1;RS181;Certificat d’essai arrêté;;;;;Non;Non;;;01/01/2022;;;;INACTIVE
2;RS5875;Certificat d’essai;;;;;Non;Non;;;31/12/2027;;;;ACTIVE
`

/** Imports it for the whole installation, as its operator and its worker do. */
export async function importRegister(world: World): Promise<void> {
  const operator = await world.person('serveur@instance.example', { operator: true })
  await requestImport(operator.ctx, {
    ownerId: null,
    fileName: 'export-fiches.csv',
    bytes: new TextEncoder().encode(file),
    wish: {},
  })
  await world.drainJobs()
}
