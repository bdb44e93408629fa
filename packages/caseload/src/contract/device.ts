import { defineSection, richText } from '@caseweave/record';
import type { Caseload } from '../caseload.ts';
import type { DecisionPort } from '../decisions/decision-port.ts';
import { openCaseload } from '../open-caseload.ts';
import type { CaseloadOptions } from '../options.ts';
import { record } from './samples.ts';
import type { ScriptedServer } from './scripted-server.ts';

/** The ports of one tab. */
export type TabPorts = Pick<CaseloadOptions, 'store' | 'locks' | 'channel' | 'clock' | 'random'>;

/** The one section that there is. */
export const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: { story: richText({ formats: ['bold'], label: 'Story' }) },
});

const decisions: DecisionPort = {
  record: () => record,
  records: () => [],
  fold: () => ({ stage: 'closed' }),
  words: () => 'The job is closed',
};

/** Opens one more tab over these ports. */
export const openTab = (ports: TabPorts, { transport }: ScriptedServer, switchedOn = true): Promise<Caseload> =>
  openCaseload({
    ...ports,
    transport,
    token: async () => ({ type: 'token', token: 'asha' }),
    schemas: () => plan,
    project: () => null,
    decisions,
    switchedOn,
  });

/** Resolves once something is so, as the caseload tells of its changes. */
export function until(caseload: Caseload, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = caseload.subscribe(look);
    function look(): void {
      if (!isSo()) return;
      stop();
      resolve();
    }
    look();
  });
}
