import { disabilities, ethnicities, personIdentity, sexes } from '@caseweave/family';
import type { ReactNode } from 'react';
import { ChoiceEditor } from '../forms/choice-editor.tsx';
import { InlineField } from '../fields/inline-field.tsx';
import { sameMembers, SeveralEditor } from '../forms/several-editor.tsx';
import { CodeValue, DayValue, WordsValue } from '../fields/value-fields.tsx';
import { OtherSections } from '../sections/other-sections.tsx';
import { useSection, type ShownSection } from '../open-record/use-section.ts';
import { choicesOf } from '../forms/choices.ts';
import { listed } from '../words/plural.ts';

type Identity = ShownSection<typeof personIdentity>;

const words = [
  'givenName',
  'familyName',
  'knownAs',
  'pronouns',
  'firstLanguage',
  'nhsNumber',
  'upn',
] as const satisfies readonly (keyof Identity['view'])[];
const days = ['dateOfBirth', 'expectedBirthDate'] as const;

const yesOrNo = [
  { value: '', words: 'Not given' },
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
];

const place = (path: string) => ({ section: 'person.identity', entity: '', path });

/** What is known of a person: who they are, edited in place, and whatever else this reader may read. */
export function PersonDetails({ name }: { readonly name: string }) {
  const identity = useSection(personIdentity);
  return (
    <>
      {identity !== undefined && <IdentityFields identity={identity} name={name} />}
      <OtherSections but={['person.identity']} />
    </>
  );
}

function IdentityFields({ identity, name }: { readonly identity: Identity; readonly name: string }) {
  const { view, section } = identity;
  const { fields } = section.current.schema;
  const label = (field: keyof typeof fields): string => fields[field].options.label ?? field;
  return (
    <dl className="app-details">
      {words.map((field) => (
        <Detail key={field} label={label(field)}>
          <WordsValue
            shown={identity}
            place={place(field)}
            label={`${label(field).toLowerCase()}, ${name}`}
            value={view[field]}
            blank="Add"
            write={(draft, value) => {
              draft[field] = value;
            }}
          />
        </Detail>
      ))}
      {days.map((field) => (
        <Detail key={field} label={label(field)}>
          <DayValue
            shown={identity}
            place={place(field)}
            label={`${label(field).toLowerCase()}, ${name}`}
            value={view[field]}
            blank="Add"
            write={(draft, value) => {
              draft[field] = value;
            }}
          />
        </Detail>
      ))}
      <Detail label={label('sex')}>
        <CodeValue
          shown={identity}
          place={place('sex')}
          label={`sex, ${name}`}
          value={view.sex}
          blank="Add"
          list={sexes}
          write={(draft, value) => {
            draft.sex = value;
          }}
        />
      </Detail>
      <Detail label={label('ethnicity')}>
        <CodeValue
          shown={identity}
          place={place('ethnicity')}
          label={`ethnicity, ${name}`}
          value={view.ethnicity}
          blank="Add"
          list={ethnicities}
          write={(draft, value) => {
            draft.ethnicity = value;
          }}
        />
      </Detail>
      <Detail label={label('disabilities')}>
        <DisabilitiesField identity={identity} name={name} />
      </Detail>
      <Detail label={label('interpreterNeeded')}>
        <InlineField
          place={place('interpreterNeeded')}
          label={`needs an interpreter, ${name}`}
          value={view.interpreterNeeded === null ? '' : view.interpreterNeeded ? 'yes' : 'no'}
          view={view}
          shown={view.interpreterNeeded === null ? null : view.interpreterNeeded ? 'Yes' : 'No'}
          blank="Add"
          canWrite={identity.canWrite}
          onSave={(chosen, basis) =>
            section.edit(
              (draft) => {
                draft.interpreterNeeded = chosen === '' ? null : chosen === 'yes';
              },
              { basis },
            )
          }
          editor={(editor) => <ChoiceEditor {...editor} choices={yesOrNo} />}
        />
      </Detail>
    </dl>
  );
}

function DisabilitiesField({ identity, name }: { readonly identity: Identity; readonly name: string }) {
  const { view, section } = identity;
  const value: readonly string[] = view.disabilities;
  return (
    <InlineField
      place={place('disabilities')}
      label={`disabilities, ${name}`}
      value={value}
      view={view}
      shown={value.length === 0 ? null : listed(view.disabilities.map(disabilities.labelOf))}
      blank="Add"
      canWrite={identity.canWrite}
      same={sameMembers}
      onSave={(chosen, basis) =>
        section.edit(
          (draft) => {
            for (const code of disabilities.codes) {
              if (chosen.includes(code) && !value.includes(code)) draft.disabilities.add(code);
              if (!chosen.includes(code) && value.includes(code)) draft.disabilities.delete(code);
            }
          },
          { basis },
        )
      }
      editor={(editor) => <SeveralEditor {...editor} choices={choicesOf(disabilities)} />}
    />
  );
}

function Detail({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
