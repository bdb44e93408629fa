import type { NamedWho, ValueKind, ValueOfGroup } from '@caseweave/model';
import type { Json } from '@caseweave/record';

/** The values of a form, by name. */
export type FormValues = Readonly<Record<string, Json>>;

/** A value that a form asks for. */
export interface AskedValue {
  readonly name: string;
  readonly label: string;
  /** Of an input. */
  readonly type: 'text' | 'date' | 'number';
  /** What one chooses from; undefined where one writes. */
  readonly choices: readonly { readonly value: Json; readonly words: string }[] | undefined;
  /** What stands there to begin with. */
  readonly initial: Json;
  /** What is written there to know whether one may decide; `initial`, where that is a value. */
  readonly sample: Json;
}

/** So many forms at most are tried. */
const MOST = 200;

/**
 * The values that a form asks for here; null where it needs one that there is no input for. What may be left out is left
 * out.
 */
export function askedValues(
  form: Readonly<Record<string, ValueOfGroup>>,
  people: readonly NamedWho[],
): readonly AskedValue[] | null {
  const values: AskedValue[] = [];
  for (const [name, { kind, label, isOptional }] of Object.entries(form)) {
    if (isOptional) continue;
    const asked = inputOf(kind, people);
    if (asked === null) return null;
    values.push({ name, label, ...asked });
  }
  return values;
}

function inputOf(kind: ValueKind, people: readonly NamedWho[]): Omit<AskedValue, 'name' | 'label'> | null {
  switch (kind.type) {
    case 'code':
      return chosen(kind.list.entries.map(({ code, label }) => ({ value: code, words: label })));
    case 'who':
      return chosen(people.map(({ who, name }) => ({ value: who.id, words: name })));
    case 'truth':
      return chosen([true, false].map((value) => ({ value, words: value ? 'Yes' : 'No' })));
    case 'day':
      return written('date', new Date().toISOString().slice(0, 10));
    case 'number':
      return written('number', kind.least);
    case 'line':
    case 'passage':
      return { ...written('text', ''), sample: 'any words' };
    case 'moment':
    case 'record':
    case 'who-or-record':
    case 'unit':
    case 'row':
    case 'identifier':
    case 'list':
    case 'group':
      return null;
  }
}

const written = (type: AskedValue['type'], initial: Json) => ({ type, choices: undefined, initial, sample: initial });

const chosen = (choices: NonNullable<AskedValue['choices']>) => ({
  ...written('text', choices[0]?.value ?? null),
  choices,
});

/** Every form that comes of choosing, the written values as they are to begin with. */
export function combinations(values: readonly AskedValue[]): readonly FormValues[] {
  let forms: readonly FormValues[] = [{}];
  for (const { name, choices, sample } of values) {
    const each = choices === undefined ? [sample] : choices.map(({ value }) => value);
    forms = forms.flatMap((form) => each.map((value) => ({ ...form, [name]: value }))).slice(0, MOST);
  }
  return forms;
}
