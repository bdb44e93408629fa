import { authorityInMemory, type KeptLog, type Model } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { directory, id } from '../directory.ts';

/** Commands of each model, in which every decision of it is taken: who gives which. */
const commands: Readonly<Record<string, readonly (readonly [who: string, json: Json])[]>> = {
  homes: [
    ['asha', { type: 'let-home', record: id(1), tenants: ['tim', 'tess'] }],
    ['tim', { type: 'order-job', version: 2, record: id(1), job: id(2), firm: 'brook', speed: 'now' }],
    ['asha', { type: 'shut-out', record: id(1), who: 'tess' }],
    ['ada', { type: 'take-job', record: id(3), home: id(1) }],
    ['finn', { type: 'help', record: id(2), who: 'tess', until: 500 }],
    ['finn', { type: 'end', record: id(2), at: 900 }],
  ],
  jobs: [
    [
      'asha',
      {
        type: 'register-job',
        record: id(1),
        members: [
          { who: 'asha', role: 'officer' },
          { who: 'tim', role: 'tenant', to: 700 },
          { who: 'finn', role: 'contractor' },
        ],
      },
    ],
    ['asha', { type: 'add-job-member', record: id(1), who: 'tess', role: 'tenant' }],
    ['asha', { type: 'change-job-member', record: id(1), who: 'tess', role: 'tenant', as: 'officer' }],
    ['tim', { type: 'leave-job', record: id(1), who: 'tim' }],
    ['finn', { type: 'complete-job', record: id(1) }],
  ],
  repairs: [
    ['asha', { type: 'report', record: id(1), tenant: 'tim' }],
    ['asha', { type: 'give-to-firm', record: id(1), firm: 'brook' }],
    ['finn', { type: 'close', record: id(1), at: 50 }],
    ['asha', { type: 'reopen', record: id(1) }],
  ],
};

/** The logs of records in which every decision of a model was taken. */
export function sampleLogs(model: Model): readonly KeptLog[] {
  const authority = authorityInMemory(model, directory);
  for (const [at, [who, json]] of (commands[model.name] ?? []).entries()) {
    const decided = authority.decide(who, json, at + 1);
    if (decided.type === 'refused') throw new Error(JSON.stringify([json, decided.refusal]));
  }
  const taken = new Set(authority.log.map(({ name }) => name));
  const missing = [...model.decisions.keys()].filter((name) => !taken.has(name));
  if (missing.length > 0) throw new Error(`Not taken: ${missing.join(', ')}.`);
  return Array.from(authority.states.values(), ({ record, kind, facts }) => ({
    kind,
    record,
    entries: authority.entriesOf(record),
    factsVersion: model.kinds.get(kind)?.facts.version ?? 0,
    facts: facts as Json,
  }));
}
