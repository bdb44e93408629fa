import { isTooOld, type WriterVersions, type SectionId } from '@caseweave/protocol';
import { type Author, versionsOf } from '@caseweave/record';
import { isForsaken } from '../decisions/creation.ts';
import { oldestWriterOf } from '../stored/rows.ts';
import type { CaseloadCore } from '../core.ts';
import type { Writing } from '../documents/open-section.ts';

/** Whether a tab may write in a section under a clientID. */
export function mayWrite(
  core: CaseloadCore,
  tab: 'writer' | 'reader',
  section: SectionId,
  client: number | null,
): Writing {
  const { isOver, mirror } = core;
  if (isOver) return readOnly('closed', 'This caseload is closed.');
  if (tab === 'reader')
    return readOnly('other-tab', 'Another tab of this app is open and writes; this one reads along.');
  const row = mirror.sections.get(section);
  if (row === undefined || (!row.acts.write && !row.acts.append))
    return readOnly('no-right', 'You may read this part of the record.');
  const schema = core.schemaOf(row.name);
  if (isTooOld(schema === undefined ? unknown : versionsOf(schema), oldestWriterOf(row)))
    return readOnly(
      'old-version',
      'A newer version of this app is needed to write here. Until you have it, you may read.',
    );
  if (isForsaken(mirror, row.record))
    return readOnly('not-decided', 'The server did not take the decision that makes this record.');
  if (client === null)
    return readOnly('no-client-id', 'This device has to reach the server once before you can write here.');
  return { type: 'may-write' };
}

/** Of a section that this app knows no schema of. */
const unknown: WriterVersions = { version: 0, extensions: {} };

const readOnly = (code: Extract<Writing, { type: 'read-only' }>['code'], words: string): Writing => ({
  type: 'read-only',
  code,
  words,
});

/** Who writes under a clientID, as far as this person is told. */
export function authorIn(
  { mirror: { device, sections } }: CaseloadCore,
  section: SectionId,
  client: number,
): Author | undefined {
  const own = device?.leases.includes(client) === true ? device.principal : undefined;
  const author = sections.get(section)?.authors.find((one) => one.client === client);
  const known =
    author === undefined ? own : { id: author.principal, name: author.name, organisation: author.organisation };
  if (known === undefined) return undefined;
  return {
    id: known.id,
    name: known.name,
    ...(known.organisation === null ? {} : { organisation: known.organisation }),
  };
}
