import { issueToken, type RunningServer } from '@caseweave/server';
import { TestDevice } from '@caseweave/testing';
import type { ToldRecord } from './kept-store.ts';

/** What a new device of somebody is told of all that is theirs. */
export async function toldTo(server: RunningServer, principal: string): Promise<Readonly<Record<string, ToldRecord>>> {
  const { token } = await issueToken(server.node.authority, principal, server.node.now());
  const device = await TestDevice.connect(server.url, token);
  const told: Record<
    string,
    { kind: string; facts: unknown; sections: Record<string, ToldRecord['sections'][string]> }
  > = {};
  for (const message of device.heard) {
    if (message.type !== 'manifest') continue;
    for (const { record, kind, facts } of message.records)
      told[record] = { kind, facts: JSON.parse(facts), sections: {} };
    for (const { record, name, section, epoch, oldestWriter, acts, authors, projection } of message.sections) {
      const shown: unknown = projection === null ? null : JSON.parse(projection);
      const sorted = authors.toSorted((one, other) => one.client - other.client);
      const of = told[record];
      if (of !== undefined)
        of.sections[name] = {
          section,
          epoch,
          oldestWriter: oldestWriter.version,
          acts,
          authors: sorted,
          projection: shown,
        };
    }
  }
  await device.close();
  return told;
}
