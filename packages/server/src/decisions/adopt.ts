import { ADOPT, type Model } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import type { Trx } from '../database/database.ts';
import { type NewEntry, type NewFacts, noSource } from './new-entry.ts';
import { writeEntries } from './write-entries.ts';

/**
 * Gives records their facts whole, with all the sections that they have by them, as whoever runs the authority: what is
 * brought in from elsewhere begins so. Many at once cost little more than one. The authority's row is taken already.
 *
 * @throws TypeError where facts are not as their kind's schema says
 */
export async function adoptIn(
  trx: Trx,
  authority: string,
  model: Model,
  records: readonly NewFacts[],
  at: number,
): Promise<void> {
  for (const { kind, facts } of records) assertFacts(model, kind, facts);
  const entries = records.map(({ record, kind, facts }): NewEntry => ({
    type: 'adopted',
    name: ADOPT,
    version: model.kinds.get(kind)?.facts.version ?? 1,
    form: facts as Json,
    principal: null,
    source: noSource,
    facts: { record, kind, facts },
    begun: [],
    others: [],
    sections: [],
  }));
  if (entries.length > 0) await writeEntries(trx, authority, model, entries, at);
}

/** Facts that their own schema does not take would be judged by functions that were not written for them. */
function assertFacts(model: Model, kind: string, facts: unknown): void {
  const schema = model.kinds.get(kind)?.facts.schema;
  if (schema === undefined) throw new TypeError(`The model ${model.name} has no records of the kind ${kind}.`);
  const result = schema['~standard'].validate(facts);
  if (result instanceof Promise || result.issues !== undefined)
    throw new TypeError(`These facts are not what the kind ${kind} says. Give them in its form.`);
}
