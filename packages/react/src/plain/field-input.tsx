import type { ReactNode } from 'react';
import type { ShownField } from '../shown-field.ts';
import { useLiveText } from '../use-live-text.ts';
import { type Typing, useTyping } from '../use-typing.ts';
import type { Choice, TypedKind } from './field-shape.ts';

interface InputProps {
  readonly id: string;
  readonly field: ShownField;
}

/** One value of a list. */
export function OneOf({ id, field, choices }: InputProps & { readonly choices: readonly Choice[] }) {
  const chosen = choices.findIndex(({ value }) => value === field.value);
  return (
    <select
      id={id}
      value={chosen < 0 ? '' : chosen}
      onChange={({ target }) => field.change(choices[Number(target.value)]?.value ?? null)}
    >
      <option value="" disabled={field.field.kind === 'progress'} />
      {choices.map(({ words }, place) => (
        <option key={words} value={place}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** Some values of a list, each with a box. */
export function SomeOf({ field, choices }: InputProps & { readonly choices: readonly Choice[] }) {
  const members = Array.isArray(field.value) ? (field.value as readonly unknown[]) : [];
  const tick = (value: unknown, isIn: boolean) =>
    field.change(isIn ? [...members, value] : members.filter((member) => member !== value));
  return (
    <fieldset>
      <legend>{field.label}</legend>
      {choices.map(({ value, words }) => (
        <label key={words} className="cw-box">
          <input
            type="checkbox"
            checked={members.includes(value)}
            onChange={({ target }) => tick(value, target.checked)}
          />{' '}
          {words}
        </label>
      ))}
    </fieldset>
  );
}

/** A plain text, typed in with others. */
export function SharedText({ id, field }: InputProps) {
  const text = useLiveText(typeof field.value === 'string' ? field.value : '', field.splice);
  return <textarea id={id} rows={4} {...text} />;
}

/** What is typed, and written whole. */
export function TypedInput({ id, field, kind }: InputProps & { readonly kind: TypedKind }) {
  const { typing, problem } = useTyping(asText(field, kind));
  return (
    <>
      {inputFor(kind, id, typing)}
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}

function inputFor(kind: TypedKind, id: string, typing: Typing): ReactNode {
  switch (kind.type) {
    case 'line':
      return <input id={id} maxLength={kind.longest} {...typing} />;
    case 'passage':
      return <textarea id={id} rows={3} maxLength={kind.longest} {...typing} />;
    case 'day':
      return <input id={id} type="date" {...typing} />;
    case 'number':
      return (
        <input id={id} type="number" min={kind.least} max={kind.most} step={kind.isWhole ? 1 : 'any'} {...typing} />
      );
    case 'identifier':
      return <input id={id} {...typing} />;
  }
}

/** A field as what one types in an input: numbers are typed as their digits. */
function asText(field: ShownField, kind: TypedKind): ShownField<string | null> {
  const read = (typed: string | null): unknown => (kind.type === 'number' && typed !== null ? Number(typed) : typed);
  const { value } = field;
  return {
    ...field,
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : null,
    change: (typed, basis) => field.change(read(typed), basis),
  };
}
