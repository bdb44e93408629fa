import { readdirSync, readFileSync } from 'node:fs';
import { earlyHelp } from '@caseweave/family';
import { ADOPT, foldEntries } from '@caseweave/model';
import { expect, test } from 'vitest';
import { logs } from './releases.ts';
import type { KeptLog } from './sample-logs.ts';

const kept = readdirSync(logs).map((name) => ({
  name,
  logs: JSON.parse(readFileSync(logs + name, 'utf8')) as readonly KeptLog[],
}));

test('[D13] every decision that is declared has an entry of its version that was kept', () => {
  const entries = kept.flatMap((release) => release.logs.flatMap((log) => log.entries));
  const there = new Set(entries.map(({ name, version }) => `${name}@${version}`));
  const declared = Array.from(earlyHelp.decisions.values(), ({ name, version }) => `${name}@${version}`);
  expect(declared.filter((one) => !there.has(one))).toEqual([]);
});

test('[D13] of every kind facts of its version were kept', () => {
  const there = new Set(kept.flatMap((release) => release.logs.map(({ kind, facts }) => `${kind}@${facts.version}`)));
  const declared = Array.from(earlyHelp.kinds.values(), ({ name, facts }) => `${name}@${facts.version}`);
  expect(declared.filter((one) => !there.has(one))).toEqual([]);
});

test.each(kept.flatMap(({ name, logs: all }) => all.map((log) => ({ name, ...log }))))(
  '[D13] the log of $kind $record, kept in $name, folds to what it folded to',
  ({ kind: named, record, entries, facts }) => {
    const kind = earlyHelp.kinds.get(named);
    if (kind === undefined) throw new Error('There is no such kind any more.');
    // Facts of then are brought up to today's as those are that a record was adopted with.
    const adopted = { name: ADOPT, version: facts.version, record, form: facts.value, who: null, at: 0 };
    const folded = foldEntries(earlyHelp, kind, record, entries);
    expect(folded).toEqual(foldEntries(earlyHelp, kind, record, [adopted]));
    expect(folded.type).toBe('facts');
    if (folded.type === 'facts')
      expect(kind.facts.schema['~standard'].validate(folded.facts)).not.toHaveProperty('issues');
  },
);
