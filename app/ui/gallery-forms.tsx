import { Actions, Button } from './button.tsx'
import { CheckboxField, CheckboxGroup, RadioGroup } from './choice.tsx'
import { type Chrome, Page } from './document.tsx'
import { EmailField, Select, TextArea, TextField } from './field.tsx'
import { FileField } from './file-field.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { Island } from './islands/island.tsx'
import { PageHead, Section } from './section.tsx'
import { Sheet } from './sheet.tsx'
import { colourSetIds } from './stamp/colours.ts'
import { Stamp } from './stamp/stamp.tsx'
import { symbolIds } from './stamp/symbols.ts'
import { Stepper } from './stepper.tsx'

const design = { shape: 'pennant', colours: 'gaude', symbol: 'bicycle' } as const

/** Every field, empty, filled and refused. */
export const galleryForms = (chrome: Chrome) => () => (
  <Page lang="fr" title="Galerie des formulaires" chrome={chrome}>
    <Stepper
      label="Étapes"
      current={1}
      place="étape 2 sur 4"
      steps={[
        { label: 'Nature', href: '#1' },
        { label: 'Ce que la personne fait' },
        { label: 'Comment c’est vérifié' },
        { label: 'Aspect' },
      ]}
    />
    <PageHead quiet title="Ce que la personne fait" />
    <div class="columns">
      <div class="flow-wide">
        <ErrorSummary
          title="Deux réponses sont à reprendre"
          errors={[
            { field: 'mail', message: 'Il manque la fin de l’adresse, par exemple « .fr ».' },
            { field: 'kind', message: 'Choisissez une réponse.' },
            { message: 'La page était ouverte depuis trop longtemps.' },
          ]}
        />
        <Form hidden={{ token: 'abc', nothing: undefined }} once="Envoi en cours" action="#sent">
          <TextField
            name="place"
            label="Dans quelle situation ?"
            hint="Un lieu, un moment, une contrainte."
            value="Atelier de production"
          />
          <EmailField
            name="mail"
            label="Adresse électronique"
            hint="Elle ne sera montrée à personne."
            value="yann.legoff@laposte"
            error="Il manque la fin de l’adresse, par exemple « .fr »."
          />
          <TextArea
            name="what"
            label="Que fait-elle ?"
            optional="facultatif"
            value={'Range ses tâches.\nPrévient.'}
          />
          <Select
            name="list"
            label="Relier à une liste"
            blank="Aucune"
            value="b"
            options={[
              { value: 'a', label: 'Faire preuve de rigueur et de précision' },
              { value: 'b', label: 'Organiser son travail selon les priorités et les objectifs' },
            ]}
          />
          <RadioGroup
            name="kind"
            label="Qui l’a vue faire ?"
            error="Choisissez une réponse."
            options={[
              { value: 'one', label: 'Un encadrant', hint: 'Il signe de son nom.' },
              { value: 'two', label: 'Deux encadrants' },
            ]}
          />
          <CheckboxGroup
            name="facts"
            label="Faits établis"
            values={['b']}
            options={[
              { value: 'a', label: 'Preuve jointe', count: 21 },
              { value: 'b', label: 'Soutenue par un tiers', count: 11 },
            ]}
          />
          <CheckboxField
            name="agree"
            label="Montrer cette page à tout le monde"
            hint="Vous pourrez la cacher."
          />
          <FileField
            name="file"
            label="Fichier"
            hint="Une image ou un PDF, 2 Mo au plus."
            dropLabel="Ou déposez le fichier ici."
          />
          <TextField code name="code" label="Votre code" hint="Huit signes, sur votre carte." maxLength={9} />
          <TextField name="day" type="date" width="short" label="Jour" />
          <TextField name="count" type="number" width="short" label="Nombre" value="3" />
          <Actions>
            <Button name="step" value="next">
              Continuer
            </Button>
            <Button line name="step" value="back" formNoValidate>
              Revenir
            </Button>
            <span class="small soft">Enregistré à 14 h 05</span>
          </Actions>
        </Form>
      </div>
      <aside>
        <Sheet label="Aperçu">
          <h2>Aperçu</h2>
          <p class="small soft">Pas encore publié</p>
          <Stamp {...design} size={104} />
        </Sheet>
      </aside>
    </div>
    <Section title="Aspect" full>
      <Form action="#look" method="get">
        <Island
          name="stamp-preview"
          props={{
            design,
            size: 160,
            label: 'La marque telle qu’elle sera',
            fields: { colours: 'colours', symbol: 'symbol', ringText: 'ring' },
          }}
        />
        <RadioGroup
          plate
          name="colours"
          label="Couleurs"
          value="gaude"
          options={colourSetIds.map((colours) => ({
            value: colours,
            label: colours,
            picture: <Stamp {...design} colours={colours} size={64} />,
          }))}
        />
        <RadioGroup
          plate
          name="symbol"
          label="Symbole"
          value="bicycle"
          options={symbolIds.map((symbol) => ({
            value: symbol,
            label: symbol,
            picture: <Stamp {...design} symbol={symbol} size={64} />,
          }))}
        />
        <TextField name="ring" label="Texte autour" optional="facultatif" maxLength={24} />
        <Actions>
          <Button>Voir</Button>
        </Actions>
      </Form>
    </Section>
    <Section title="Chercher">
      <Form inline search label="Chercher" method="get" action="#q">
        <TextField type="search" name="q" label="Lien ou code" />
        <Button>Chercher</Button>
      </Form>
    </Section>
  </Page>
)
