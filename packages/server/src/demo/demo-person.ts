import { randomBytes } from 'node:crypto';
import type { AnyWho } from '@caseweave/model';
import { recordIdFrom } from '@caseweave/protocol';
import type { Draft, SectionSchema } from '@caseweave/record';
import { sql } from 'kysely';
import type { Node } from '../node/node.ts';
import { sectionEdits } from '../service-edits/edit-section.ts';
import type { DemoPerson } from './demo.ts';

/** Decides and writes as somebody, by the way of everybody. */
export const demoPerson = (node: Node, who: AnyWho): DemoPerson => ({
  async decide({ record = recordIdFrom(randomBytes(16)), ...command }) {
    const outcome = await node.decisions.command({
      principal: who.id,
      command: { ...command, record },
      base: null,
      key: { type: 'key', key: randomBytes(16).toString('hex') },
      at: node.now(),
      reason: null,
    });
    if (outcome.type !== 'decided') throw new TypeError(`${who.id} may not: ${JSON.stringify(outcome)}`);
    return record;
  },
  async write(record, schema, change) {
    const section = await sectionOf(node, record, schema);
    const outcome = await sectionEdits(node).edit({
      who,
      at: node.now(),
      section,
      key: randomBytes(16).toString('hex'),
      request: `demo ${section.id}`,
      seen: null,
      change: (open) => open.edit((draft) => void change(draft as Draft<typeof schema>)),
    });
    if (outcome.type !== 'edited') throw new TypeError(`${who.id} may not: ${JSON.stringify(outcome)}`);
  },
});

async function sectionOf({ database, authority }: Node, record: string, { name }: SectionSchema) {
  const { rows } = await sql<{ id: string }>`select id from section
    where authority = ${authority.id} and record = ${record} and name = ${name}`.execute(database.db);
  const [found] = rows;
  if (found === undefined) throw new TypeError(`The record has no section called ${name}.`);
  return { id: found.id, record, name };
}
