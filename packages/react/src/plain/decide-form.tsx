import type { CaseloadRecord } from '@caseweave/caseload';
import { judgeAhead, knownOf, type Model, type NamedWho, type ValueOfGroup } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { type FormEvent, useId, useState } from 'react';
import { useDecide } from '../use-caseload-parts.ts';
import { type AskedValue, askedValues, combinations, type FormValues } from './asked-values.ts';

interface DecideFormProps {
  readonly model: Model;
  /** The decision's name. */
  readonly decision: string;
  readonly record: CaseloadRecord;
  readonly me: NamedWho;
  /** Whom one may name. */
  readonly people: readonly NamedWho[];
}

/**
 * A form for a decision about a record, asked by what its form holds. Choices that the model refuses are not offered; where
 * it refuses all, what stands is said, and nothing to who may not decide. What a form may leave out is left out.
 */
export function DecideForm({ model, decision, record, me, people }: DecideFormProps) {
  const decide = useDecide();
  const id = useId();
  const [given, setGiven] = useState<FormValues>({});
  const [problem, setProblem] = useState('');
  const declared = model.decisions.get(decision);
  const values = declared === undefined ? null : askedValues(formOf(declared.form.valueKind), people);
  if (declared === undefined || values === null || declared.type === 'opening') return null;

  const commandOf = (form: FormValues) => ({
    type: decision,
    version: declared.version,
    record: record.record,
    ...form,
  });
  const known = knownOf(people);
  const judge = (form: FormValues) =>
    judgeAhead(model, me, commandOf(form), { told: record.facts, known, at: Date.now() });
  const judged = combinations(values).map((form) => ({ form, refusal: judge(form) }));
  const fitting = judged.filter(({ refusal }) => refusal === null).map(({ form }) => form);
  const [first] = fitting;
  if (first === undefined) {
    const stands = judged.find(({ refusal }) => refusal?.stands != null)?.refusal?.stands;
    return stands === undefined ? null : <p>{stands}</p>;
  }
  // What was chosen before counts as long as it still fits.
  const chosen =
    fitting.find((form) => values.every(({ name, choices }) => !choices || isSame(form, given, name))) ?? first;
  const written = values.filter(({ choices }) => choices === undefined);
  const form: FormValues = {
    ...chosen,
    ...Object.fromEntries(written.map(({ name, initial }) => [name, given[name] ?? initial])),
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await decide(commandOf(form));
    const refused = outcome.type === 'refused' ? outcome.refusals : [];
    setProblem(refused.map(({ words, stands }) => [words, stands].filter(Boolean).join(' ')).join(' '));
  };
  return (
    <details className="cw-decide">
      <summary>{declared.title}</summary>
      <form onSubmit={(event) => void submit(event)}>
        {values.map((value) => (
          <FormValue
            key={value.name}
            id={`${id}${value.name}`}
            value={value}
            given={form[value.name]}
            choices={value.choices?.filter((choice) => fitting.some((one) => one[value.name] === choice.value))}
            onGive={(one) => setGiven({ ...form, [value.name]: one })}
          />
        ))}
        {problem !== '' && <p role="alert">{problem}</p>}
        <button type="submit">{declared.title}</button>
      </form>
    </details>
  );
}

interface FormValueProps {
  readonly id: string;
  readonly value: AskedValue;
  readonly given: Json | undefined;
  readonly choices: AskedValue['choices'];
  readonly onGive: (given: Json) => void;
}

function FormValue({ id, value: { label, type }, given, choices, onGive }: FormValueProps) {
  return (
    <div className="cw-field">
      <label htmlFor={id}>{label}</label>
      {choices === undefined ? (
        <input
          id={id}
          type={type}
          required
          value={typeof given === 'string' || typeof given === 'number' ? given : ''}
          onChange={({ target }) => onGive(type === 'number' ? Number(target.value) : target.value)}
        />
      ) : (
        <select
          id={id}
          value={choices.findIndex(({ value }) => value === given)}
          onChange={({ target }) => onGive(choices[Number(target.value)]?.value ?? null)}
        >
          {choices.map(({ words }, place) => (
            <option key={words} value={place}>
              {words}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

const formOf = (kind: { readonly type: string; readonly fields?: Readonly<Record<string, ValueOfGroup>> }) =>
  kind.fields ?? {};

const isSame = (form: FormValues, given: FormValues, name: string): boolean =>
  !(name in given) || form[name] === given[name];
