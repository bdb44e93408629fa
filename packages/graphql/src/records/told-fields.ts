import type { AnyKind } from '@caseweave/model';
import { valueKindOf } from '@caseweave/model';
import type { Fields, FieldsMade } from '../builder.ts';
import { fieldOf, one } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { outputField, type Output } from '../values/output-field.ts';
import { outputOf } from '../values/output.ts';
import type { ReadableRecord } from '../viewer/reading.ts';
import { memberOf } from '../viewer/told.ts';

/** The fields of a kind over what readers are told of its facts, where the kind says what that is. */
export function toldFields(
  tools: Tools,
  { name, title, seen: { shape } }: AnyKind,
): (t: Fields<ReadableRecord>) => FieldsMade {
  const kind = shape === undefined ? undefined : valueKindOf(shape);
  if (kind?.type !== 'group') return () => ({});
  const type = tools.names.kinds.get(name)?.type ?? title;
  const made = Object.entries(kind.fields).map(
    ([member, { kind: of, label }]) => [member, label, outputOf(tools, of, `${type} ${member}`)] as const,
  );
  return (t: Fields<ReadableRecord>) =>
    Object.fromEntries(
      made.map(([member, label, output]) => [
        fieldOf(member),
        toldField(t, output, member, `“${label}” of ${one(title)}, as it is decided, as far as you may know it.`),
      ]),
    );
}

function toldField(t: Fields<ReadableRecord>, output: Output, member: string, description: string) {
  return outputField(t, output, {
    description,
    of: async (record, viewer) => ({ value: memberOf(await viewer.told(record), member), record, as: 'told' }),
  });
}
