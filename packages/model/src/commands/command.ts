import type { Json } from '@caseweave/record';
import type { AnyDecision } from '../decisions/any-decision.ts';
import type { Begun, DecidedBy } from '../decisions/deciding.ts';
import type { ProposedSection } from '../decisions/proposed-section.ts';
import { namedIn } from '../values/named-in.ts';

/** Something that is to be decided: ordered at the server, pending on a device until then. */
export interface Command {
  readonly decision: AnyDecision;
  /** The record that it is about. */
  readonly record: string;
  /** Checked, and of the decision's present version. */
  readonly form: unknown;
  readonly sections: readonly ProposedSection[];
}

/** A command as JSON, in the form in which it is sent, kept and told. */
export const commandJson = ({ decision, record, form, sections }: Command): Json => ({
  type: decision.name,
  ...(decision.version === 1 ? {} : { version: decision.version }),
  record,
  ...(form as { readonly [name: string]: Json }),
  ...(decision.type === 'opening' || decision.begins !== undefined
    ? { sections: sections.map((section) => ({ ...section })) }
    : {}),
});

/** Those who sign in whom a command names: those that its decision says, or else all that its form says to be such. */
export const peopleOf = ({ decision, form }: Command): readonly string[] =>
  decision.people?.(form) ?? [
    ...new Set(
      Array.from(namedIn(decision.form.valueKind, form)).flatMap(({ kind, id }) => (kind.type === 'who' ? [id] : [])),
    ),
  ];

/** The records that a command names and that must exist, beside the one that it is about. */
export const othersOf = ({ decision, form }: Command): readonly string[] => decision.others?.(form) ?? [];

/** The records that a command begins beside the one that it is about. */
export const besideOf = ({ decision, record, form }: Command, by: DecidedBy): readonly Begun[] =>
  decision.begins?.(form, by, record) ?? [];

/** The records that a command begins, with the kind of each: the one that it is about too, where it opens that. */
export const begunBy = (command: Command): ReadonlyMap<string, string> =>
  new Map([
    ...(command.decision.type === 'opening' ? [[command.record, command.decision.kind] as const] : []),
    ...besideOf(command, { who: null, at: 0 }).map((begun) => [begun.record, begun.kind] as const),
  ]);
