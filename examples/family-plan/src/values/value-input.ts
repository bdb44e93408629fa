import { type CodeList, meaningOf, type PlainField, type ValueKind } from '@caseweave/model';
import type { Choice } from '../forms/choice-editor.tsx';
import { choicesOf } from '../forms/choices.ts';
import type { Control } from '../forms/control-editor.tsx';
import type { PeopleOfPlan } from '../families/people-context.tsx';
import { dayInShort, dayInWords, momentInWords } from '../words/dates.ts';
import { listed } from '../words/plural.ts';

/** How values of a kind are said, and how they are typed: each as one text. */
export interface ValueInput {
  /** The value in words. */
  say(value: unknown): string;
  /** The same where room is short. */
  sayShort(value: unknown): string;
  /** What the input begins with. */
  textOf(value: unknown): string;
  /** The value that a text stands for; what can be none is left for the section to refuse. */
  valueOf(text: string): unknown;
  /** What it is typed with; null for what is only shown. */
  readonly control: Control | null;
}

/** What values name: the people whom the record speaks of, and the rows of the section. */
export interface Around {
  readonly people: PeopleOfPlan;
  /** The rows of the section, by what they are called. */
  rows(name: string): readonly Choice[];
}

/** The input of a field; null for one that holds no values. */
export function inputOfField(field: PlainField, around: Around): (ValueInput & { readonly isSet: boolean }) | null {
  const meaning = meaningOf(field);
  switch (meaning.type) {
    case 'value':
      return { ...inputOf(meaning.kind, around), isSet: meaning.isSet };
    case 'ref': {
      const { target, isSet } = meaning;
      // Rows of another section are named where they are.
      return { ...(target.type === 'own' ? chosen(around.rows(target.rows)) : shownOnly), isSet };
    }
    case 'unsaid':
      return { ...shownOnly, isSet: field.kind === 'set' };
    case 'text':
    case 'position':
      return null;
  }
}

/** The input of each kind of value. */
function inputOf(kind: ValueKind, around: Around): ValueInput {
  switch (kind.type) {
    case 'code':
      return coded(kind.list);
    case 'day':
      return {
        ...typed({ type: 'day' }),
        say: (day) => dayInWords(String(day)),
        sayShort: (day) => dayInShort(String(day)),
      };
    case 'moment':
      return { ...shownOnly, say: momentWords, sayShort: momentWords };
    case 'line':
    case 'identifier':
      return typed({ type: 'line' });
    case 'passage':
      return typed({ type: 'passage' });
    case 'number': {
      const { least, most, isWhole } = kind;
      const valueOf = (text: string) => (Number.isFinite(Number(text)) ? Number(text) : text);
      return { ...typed({ type: 'number', least, most, isWhole }), valueOf };
    }
    case 'truth':
      return { ...chosen(yesOrNo), valueOf: (text) => text === 'true' };
    case 'who':
      return chosen(around.people.team);
    case 'record':
      return chosen(around.people.people);
    case 'who-or-record':
      return chosen(around.people.owners);
    case 'row':
      return chosen(around.rows(kind.rows));
    case 'unit':
      return shownOnly;
    case 'list': {
      const of = inputOf(kind.of, around);
      const say = (value: unknown) => (Array.isArray(value) ? listed(value.map((one: unknown) => of.say(one))) : '');
      return { ...shownOnly, say, sayShort: say };
    }
    case 'group': {
      const members = Object.entries(kind.fields).map(([name, { kind: of }]) => ({ name, of: inputOf(of, around) }));
      const say = (value: unknown) =>
        members
          .flatMap(({ name, of }) => {
            const member = (value as Readonly<Record<string, unknown>>)[name];
            return member === null || member === undefined ? [] : [of.say(member)];
          })
          .join(', ');
      return { ...shownOnly, say, sayShort: say };
    }
  }
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const shownOnly: ValueInput = { say: plain, sayShort: plain, textOf: plain, valueOf: (text) => text, control: null };

const typed = (control: Control): ValueInput => ({ ...shownOnly, control });

/** One of some that have a name here; who or what has none is somebody else. */
function chosen(choices: readonly Choice[]): ValueInput {
  const say = (value: unknown) => choices.find((choice) => choice.value === String(value))?.words ?? 'somebody else';
  return { ...shownOnly, say, sayShort: say, control: { type: 'choice', choices } };
}

function coded(list: CodeList): ValueInput {
  const say = (code: unknown) => list.labelOf(code as string);
  const choices = choicesOf(list);
  const valueOf = (text: string) => list.codes.find((code) => String(code) === text) ?? text;
  return { ...shownOnly, say, sayShort: say, valueOf, control: { type: 'choice', choices } };
}

const momentWords = (at: unknown): string => momentInWords(Number(at), 0);
const yesOrNo: readonly Choice[] = [
  { value: 'true', words: 'Yes' },
  { value: 'false', words: 'No' },
];
