export const issueWords = (fr: boolean) =>
  fr
    ? {
        needed: (name: string) => `Il manque --${name}. « insigne help » montre un exemple.`,
        rest: (text: string) => `« ${text} » est en trop.`,
        proof: 'Après --proof, écrivez « eddsa-rdfc-2022 » ou « jwt ».',
        bake: 'Après --bake, écrivez « png », « svg » ou « none ».',
        noFile: (file: string) => `Le fichier « ${file} » n’existe pas, ou ne peut pas être lu.`,
        notKey: (file: string) => `« ${file} » n’est pas une clé faite par « insigne keygen ».`,
        notAchievement: (file: string, why: string) => `« ${file} » n’est pas un badge à remettre : ${why}.`,
        columns: (file: string) =>
          `« ${file} » n’a pas de colonne « id » ni « email » sur sa première ligne.`,
        noRows: (file: string) => `« ${file} » ne contient aucune personne.`,
        folder: (out: string) => `Le dossier « ${out} » n’est pas vide. Choisissez un dossier neuf.`,
        cannot: (out: string) => `Le dossier « ${out} » ne peut pas être écrit. Vérifiez vos droits.`,
        line: (line: number, why: string) => `ligne ${line} : ${why}`,
        nobody: 'ni « id » ni « email » : à qui remettre ce badge ?',
        badId: (id: string) => `« ${id} » n’est pas un identifiant (did:…, https://…, urn:…, mailto:…)`,
        badEmail: (email: string) => `« ${email} » n’est pas une adresse complète`,
        overfull: 'plus de cases que la première ligne n’a de colonnes',
        refused: (why: string) => `le badge ne peut pas être signé (${why})`,
      }
    : {
        needed: (name: string) => `--${name} is missing. “insigne help” shows an example.`,
        rest: (text: string) => `“${text}” is one too many.`,
        proof: 'After --proof, write “eddsa-rdfc-2022” or “jwt”.',
        bake: 'After --bake, write “png”, “svg” or “none”.',
        noFile: (file: string) => `The file “${file}” does not exist, or cannot be read.`,
        notKey: (file: string) => `“${file}” is not a key made by “insigne keygen”.`,
        notAchievement: (file: string, why: string) => `“${file}” is not a badge to award: ${why}.`,
        columns: (file: string) => `“${file}” has no column “id” or “email” on its first line.`,
        noRows: (file: string) => `“${file}” holds nobody.`,
        folder: (out: string) => `The folder “${out}” is not empty. Choose a new one.`,
        cannot: (out: string) => `The folder “${out}” cannot be written. Check your rights.`,
        line: (line: number, why: string) => `line ${line}: ${why}`,
        nobody: 'neither “id” nor “email”: who receives this badge?',
        badId: (id: string) => `“${id}” is no identifier (did:…, https://…, urn:…, mailto:…)`,
        badEmail: (email: string) => `“${email}” is no complete address`,
        overfull: 'more cells than the first line has columns',
        refused: (why: string) => `the badge cannot be signed (${why})`,
      }
export type IssueWords = ReturnType<typeof issueWords>
