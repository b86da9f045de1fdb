import { Advice } from './advice.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { Actions, Button, TextButton } from './button.tsx'
import { CopyField } from './copy-field.tsx'
import { type Chrome, Page } from './document.tsx'
import { Island } from './islands/island.tsx'
import { Notice } from './notice.tsx'
import { Progress } from './progress.tsx'
import { PageHead, Section } from './section.tsx'
import { Sheet } from './sheet.tsx'
import { colourSetIds } from './stamp/colours.ts'
import { shapeIds } from './stamp/shapes.ts'
import { Stamp } from './stamp/stamp.tsx'
import { symbolIds } from './stamp/symbols.ts'
import { Table } from './table.tsx'
import { Tally } from './tally.tsx'

/** What a person at work sees: counts, progress, receipt, advice, marks. */
export const galleryWorking = (chrome: Chrome) => () => (
  <Page
    lang="fr"
    title="Galerie de travail"
    chrome={chrome}
    noindex
    flash={{ tone: 'ok', text: 'Vos changements sont enregistrés.' }}
  >
    <Breadcrumb label="Fil" items={[{ label: 'Accueil', href: '#' }, { label: 'Remettre à un groupe' }]} />
    <PageHead
      quiet
      title="Remettre à un groupe"
      above="Lu le 23 novembre 2026"
      mark={<Stamp shape="lozenge" colours="sarcelle" symbol="checklist" size={80} />}
    />
    <Section title="Aperçu" aside="Rien n’est encore parti">
      <div class="columns even">
        <Tally
          lang="fr"
          lines={[
            { label: 'Prêtes', count: 1200 },
            { label: 'dont par message', count: 1184, part: true },
            { label: 'dont par carte', count: 16, part: true },
            { label: 'À corriger', count: 3 },
          ]}
          total="Lignes lues"
        />
        <Notice tone="error" title="Trois lignes ne peuvent pas partir">
          Corrigez-les dans le fichier, ou envoyez d’abord les autres.
        </Notice>
      </div>
    </Section>
    <Section title="En cours" aside="Vous pouvez quitter cette page">
      <Progress id="p" done={14} total={20} sentence="14 lignes faites sur 20">
        <p class="small soft">Encore une minute environ.</p>
        <Actions>
          <a href="#again">Actualiser</a>
          <TextButton>Arrêter</TextButton>
        </Actions>
      </Progress>
    </Section>
    <Section title="Suivi" aside="Avance tout seul">
      <Island
        name="progress-poll"
        props={{
          id: 'job',
          url: '/poll',
          lang: 'fr',
          initial: { done: 2, total: 20, finished: false, counts: { sent: 2 } },
          sentence: '{done} sur {total}',
          unreachable: 'Le site ne répond plus. Le travail continue sans cette page.',
          counts: [{ key: 'sent', label: 'Faites' }],
          everySeconds: 30,
        }}
      />
    </Section>
    <Section title="Reçu" aside="Chaque ligne lue y est">
      <Sheet label="Reçu 2026-0412">
        <h3>Reçu 2026-0412</h3>
        <p class="small soft">23 novembre 2026, 14 h 09</p>
        <Tally
          lang="fr"
          lines={[
            { label: 'Faites', count: 20 },
            { label: 'Refusées', count: 3 },
          ]}
          total="Lignes lues"
        />
      </Sheet>
    </Section>
    <Section title="Avis">
      <div class="flow">
        <Notice title="À savoir">Le fichier a été lu avec le séparateur « ; ».</Notice>
        <Notice tone="ok">C’est enregistré.</Notice>
        <Notice tone="warn" title="Exemple illustratif">
          Cette grille n’est pas officielle.
        </Notice>
        <Advice title="« Motivée » juge la personne" sample="Arrive en ayant lu la fiche du jour">
          Écrivez ce que l’on peut voir. Par exemple :
        </Advice>
        <Advice good title="Trois actions visibles">
          Un employeur peut les reconnaître.
        </Advice>
      </div>
    </Section>
    <Section title="Emporter">
      <CopyField
        name="link"
        label="Lien à copier"
        value="https://exemple.fr/7KQ4M2"
        copy="Copier"
        copied="Copié"
      />
    </Section>
    <Section title="Boutons">
      <Actions>
        <Button>Continuer</Button>
        <Button line>Revenir</Button>
        <TextButton>Annuler cette action</TextButton>
        <Island
          name="share-button"
          props={{ url: 'https://exemple.fr', title: 'Une page', label: 'Partager avec le téléphone' }}
        />
      </Actions>
    </Section>
    <Section title="Marques" full>
      <Table
        caption="Silhouettes et couleurs"
        columns={[
          { key: 'shape', label: 'Silhouette', header: true },
          ...colourSetIds.map((colours) => ({ key: colours, label: colours })),
        ]}
        rows={shapeIds.map((shape, row) => ({
          key: shape,
          cells: {
            shape,
            ...Object.fromEntries(
              colourSetIds.map((colours, column) => {
                const symbol = symbolIds[(row * 7 + column * 5) % symbolIds.length] ?? 'compass'
                return [
                  colours,
                  <Stamp key={colours} shape={shape} colours={colours} symbol={symbol} size={64} />,
                ]
              }),
            ),
          },
        }))}
      />
      <div class="actions">
        {shapeIds.map((shape, index) => (
          <Stamp
            key={shape}
            shape={shape}
            colours={colourSetIds[index + 1] ?? 'craie'}
            symbol={symbolIds[index * 6] ?? 'compass'}
            size={160}
            ringText="Atelier d’été à Caen"
            numberBar="RS 6894"
            label={shape}
          />
        ))}
      </div>
    </Section>
  </Page>
)
