import { Actions, ButtonLink } from './button.tsx'
import { type Chrome, Page } from './document.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorContent } from './error-page.tsx'
import { Facts } from './facts.tsx'
import { galleryForms } from './gallery-forms.tsx'
import { galleryWorking } from './gallery-working.tsx'
import { Pagination } from './pagination.tsx'
import { Poster } from './poster.tsx'
import { Entry, List, Receipt } from './receipt.tsx'
import { MarkedHead, Section } from './section.tsx'
import { Stamp } from './stamp/stamp.tsx'
import { Stub } from './stub.tsx'
import { Table } from './table.tsx'
import { TickPanel, Ticks } from './ticks.tsx'
import { type CheckState, StateBadge, Verdict } from './verdict.tsx'

/** Sample frame of the gallery. Texts are long on purpose: a third longer than they should be. */
export const galleryChrome: Chrome = {
  brand: { label: 'Galerie', href: '#' },
  skip: 'Aller au contenu',
  nav: {
    label: 'Principal',
    menu: 'Menu',
    items: [
      { label: 'Les composants', href: '#c', current: true },
      { label: 'Les formulaires', href: '#f' },
      { label: 'Ce qui s’imprime', href: '#i' },
      { label: 'Sortir', href: '#s', post: { token: 'x' } },
    ],
  },
  foot: {
    label: 'Pied de page',
    items: [
      { label: 'Aide', href: '#a' },
      { label: 'Accessibilité', href: '#b' },
      { label: 'English', href: '#en', lang: 'en' },
    ],
    note: 'Cette page montre les composants dans tous leurs états.',
  },
}

const facts = [
  { state: 'yes', title: 'Règles publiées et observables', answer: 'établi' },
  { state: 'yes', title: 'Résultat dit comme une action', answer: 'établi' },
  { state: 'no', title: 'Relié à une liste publique', answer: 'non' },
  { state: 'unknown', title: 'Contrôle indiqué', answer: 'non renseigné' },
  { state: 'yes', title: 'Vu par une autre personne', answer: 'établi' },
  { state: 'yes', title: 'Récit des faits', answer: 'établi' },
  {
    state: 'unknown',
    title: 'Grille connue avant la séance, et remise en main propre',
    answer: 'non renseigné',
  },
] as const

const ticks = facts.map((fact, index) => ({
  state: fact.state,
  label: `${fact.title} : ${fact.answer}`,
  href: `#fact-${index + 1}`,
}))

const states: readonly { state: CheckState; word: string; detail: string }[] = [
  { state: 'valid', word: 'Authentique', detail: 'Contrôlé le 23 novembre 2026 à 14 h 05.' },
  {
    state: 'invalid',
    word: 'Invalide : retiré',
    detail: 'Retiré le 3 septembre 2026. Ne vous appuyez pas dessus.',
  },
  {
    state: 'undetermined',
    word: 'Indéterminé',
    detail: 'Le site n’a pas répondu. Refaites le contrôle plus tard.',
  },
  { state: 'not-applicable', word: 'Sans objet', detail: 'Ce contrôle ne pèse pas sur le verdict.' },
]

const Reading = () => (
  <Page
    lang="fr"
    title="Galerie de lecture"
    description="Composants de lecture, dans tous leurs états."
    chrome={galleryChrome}
  >
    <MarkedHead
      mark={<Stamp shape="lozenge" colours="sarcelle" symbol="checklist" size={190} shrink />}
      who={
        <>
          <p>
            <b>Savoir-faire</b>
          </p>
          <p>Amina Diallo</p>
        </>
      }
      title="Organiser son travail dans un atelier"
    >
      <Receipt
        strong
        close
        lines={[
          {
            label: 'Ce qu’elle sait faire',
            value: <b>Préparer son poste, ranger ses tâches par priorité, prévenir d’un retard.</b>,
          },
          { label: 'Qui le dit', value: <a href="#q">Atelier Cardan</a> },
          { label: 'Comment c’est vérifié', value: 'Observée trois fois à son poste, par deux encadrants.' },
          { label: 'Quand', value: '12 juin 2026, sans date de fin' },
        ]}
      />
      <Verdict state="valid" word="Authentique" under>
        Contrôlé le 23 novembre 2026 à 14 h 05.{' '}
        <a class="nb" href="#d">
          Le détail
        </a>
      </Verdict>
      <TickPanel
        title="Sur quoi il repose"
        itemName="Fait"
        items={[...ticks, ...ticks.slice(0, 3)]}
        keys={{ yes: 'établi', no: 'non', unknown: 'non renseigné' }}
      />
    </MarkedHead>

    <Section title="Les faits" id="facts">
      <Facts
        name="facts"
        items={facts.map((fact, index) => ({
          ...fact,
          id: `fact-${index + 1}`,
          detail: <p>Trois séances, deux encadrants. Le récit est plus bas sur cette page.</p>,
          open: index === 5,
        }))}
      />
    </Section>
    <Section title="Verdicts" aside="Quatre formes">
      <div class="flow">
        {states.map(({ state, word, detail }) => (
          <Verdict key={state} state={state} word={word}>
            {detail}
          </Verdict>
        ))}
      </div>
    </Section>
    <Section title="Contrôles" full>
      <Table
        caption="Quatre contrôles. Le verdict est la plus mauvaise des réponses."
        columns={[
          { key: 'line', label: 'Ligne', numeric: true, beside: true },
          { key: 'name', label: 'Contrôle', header: true },
          { key: 'state', label: 'Réponse' },
          { key: 'found', label: 'Constaté' },
        ]}
        rows={states.map(({ state, word, detail }, index) => ({
          key: state,
          cells: {
            line: index + 1,
            name: word,
            state: <StateBadge state={state} label={word} />,
            found: detail,
          },
          alert: state === 'invalid',
        }))}
      />
      <Pagination
        label="Pages"
        place="Lignes 1 à 4 sur 38"
        next={{ label: 'Les 34 suivantes', href: '#p2' }}
      />
    </Section>
    <Section title="Listes">
      <List
        items={[
          <Entry key="1" picture={<Stamp shape="pennant" colours="gaude" symbol="bicycle" size={56} />}>
            <h3>
              <a href="#l1">Responsable d’atelier vélo, une saison</a>
            </h3>
            <p class="small soft">La Roue Libre, Évreux</p>
            <Ticks label="Faits" items={ticks} />
          </Entry>,
          <Entry
            key="2"
            picture={<Stamp shape="disc" colours="craie" symbol="door" size={56} label="Une porte" />}
          >
            <h3>Découverte des métiers du bois</h3>
            <p>Une journée en groupe.</p>
          </Entry>,
        ]}
      />
    </Section>
    <Section title="Vide">
      <EmptyState
        title="Rien ici pour le moment"
        action={<ButtonLink href="#n">Créer le premier</ButtonLink>}
      >
        Ce que vous créez apparaît dans cette liste.
      </EmptyState>
    </Section>
    <Stub title="Montrer cette page" url="https://exemple.fr/7KQ4M2" codeLabel="Code QR de l’adresse">
      <p class="txt">
        <b>exemple.fr/7KQ4M2</b>
        <br />
        Cette adresse et ce code mènent toujours ici.
      </p>
      <Actions>
        <ButtonLink href="#t">Télécharger</ButtonLink>
        <ButtonLink href="#i" line>
          Feuille à imprimer
        </ButtonLink>
        <a href="#v">Faire vérifier ailleurs</a>
      </Actions>
    </Stub>
  </Page>
)

const PosterPage = () => (
  <Page lang="fr" title="Affiche">
    <Poster
      title="Journée portes ouvertes"
      mark={<Stamp shape="disc" colours="craie" symbol="door" size={160} />}
      url="https://exemple.fr/c/7KQ4-M2XA"
      codeLabel="Code QR de l’adresse exemple.fr"
      address="exemple.fr/c"
      code={{ label: 'Votre code', value: '7KQ4-M2XA' }}
    >
      Visez ce code avec votre téléphone. Vous verrez la page avant de donner quoi que ce soit.
    </Poster>
  </Page>
)

const VerdictPage = () => (
  <Page lang="fr" title="Un verdict" chrome={galleryChrome} readable>
    <div class="head">
      <Verdict state="invalid" word="Invalide : retiré" size="page">
        L’émetteur l’a retiré le 3 septembre 2026. Ne vous appuyez pas sur lui.
      </Verdict>
    </div>
  </Page>
)

const Failure = () => (
  <Page lang="fr" title="Page introuvable" chrome={galleryChrome} noindex>
    <ErrorContent
      title="Cette page n’existe pas"
      actions={<ButtonLink href="#">Revenir à l’accueil</ButtonLink>}
      reference={{ label: 'Référence', value: '01J9ZQ' }}
    >
      <p>Le lien est peut-être coupé. Vérifiez l’adresse.</p>
    </ErrorContent>
  </Page>
)

/** Every component in every state, for tests and screenshots. */
export const galleryPages = {
  reading: () => <Reading />,
  working: galleryWorking(galleryChrome),
  forms: galleryForms(galleryChrome),
  poster: () => <PosterPage />,
  verdict: () => <VerdictPage />,
  failure: () => <Failure />,
} as const
