import { earlyHelp } from '@caseweave/family';
import { ADOPT, type DecisionEntry, foldEntries, type KeptLog } from '@caseweave/model';
import type { Json } from '@caseweave/record';

const at = 1_790_000_000_000;
const family = 'AAAAAAAAAAAAAAAAAAAAAA';
const child = 'BBBBBBBBBBBBBBBBBBBBBA';
const mother = 'CCCCCCCCCCCCCCCCCCCCCA';
const baby = 'DDDDDDDDDDDDDDDDDDDDDA';

const registered = entry('register-family', family, 0, {
  hub: null,
  lead: 'lead',
  persons: [
    { person: child, role: 'child', household: 'home', isNew: true },
    { person: mother, role: 'adult', household: null, isNew: false },
  ],
});
const alone = entry('register-family', baby, 0, { hub: 'east', lead: null, persons: [] });

/** Logs with every decision of the current version in them, as they are kept with a release. */
export const sampleLogs = (): readonly KeptLog[] => [
  kept('family', family, [
    registered,
    entry('register-person', family, 1, { person: baby, role: 'child', household: 'home', isNew: true }),
    entry('join-team', family, 2, { principal: 'school', until: null }),
    entry('join-team', family, 3, { principal: 'idva', until: at + 9_000, visibleTo: ['lead', 'school'] }),
    entry('leave-team', family, 4, { principal: 'school' }),
    entry('allocate', family, 5, { hub: 'east' }),
    entry('appoint-lead', family, 6, { principal: 'idva' }, null),
    entry('grant-family-access', family, 7, grant('safety.intelligence', 'write', at + 90_000), null),
    entry('grant-family-access', family, 8, grant('safety.domestic-abuse', 'read', null), null),
    entry('end-family-access', family, 9, { principal: 'officer', section: 'safety.domestic-abuse' }, null),
    entry('bar-from-family', family, 10, { principal: 'relative' }, null),
  ]),
  kept('family', baby, [
    alone,
    entry(
      'follow-directory',
      baby,
      16,
      {
        hub: { to: 'west' },
        lead: { to: 'school' },
        members: [{ principal: 'nurse', from: at - 9_000, until: at + 9_000 }, { principal: 'lead' }],
        left: ['lead'],
        persons: [{ person: child, role: 'child', household: 'home' }],
        barred: ['relative'],
        socialCareOpenTo: ['worker'],
        socialCareClosedTo: [],
      },
      null,
    ),
  ]),
  kept('person', child, [
    registered,
    entry('grant-person-access', child, 11, grant('person.location', 'append', null), null),
    entry('end-person-access', child, 12, { principal: 'officer', section: 'person.location' }, null),
    entry('bar-from-person', child, 13, { principal: 'relative' }, null),
    entry('protect-location', child, 14, { isProtected: true }, null),
  ]),
  kept('person', mother, [
    adopted('person', mother, {
      grants: [{ principal: 'officer', section: 'person.health', act: 'read', from: 0, to: null }],
      barred: [],
      protectedLocation: true,
      voiceAudience: ['lead'],
    }),
    entry('protect-location', mother, 15, { isProtected: false }, null),
  ]),
];

function kept(kind: string, record: string, entries: readonly DecisionEntry[]): KeptLog {
  const declared = earlyHelp.kinds.get(kind);
  if (declared === undefined) throw new Error(`There is no kind ${kind}.`);
  const folded = foldEntries(earlyHelp, declared, record, entries);
  if (folded.type === 'not-understood') throw new Error(`${folded.entry.name}: ${folded.why}`);
  return { kind, record, entries, factsVersion: declared.facts.version, facts: folded.facts };
}

function entry(name: string, record: string, after: number, form: Json, who: string | null = 'lead'): DecisionEntry {
  return { name, version: earlyHelp.decisions.get(name)?.version ?? 0, record, form, who, at: at + after };
}

function adopted(kind: string, record: string, facts: Json): DecisionEntry {
  return { ...entry(ADOPT, record, 0, facts, null), version: earlyHelp.kinds.get(kind)?.facts.version ?? 0 };
}

function grant(section: string, act: string, until: number | null): Json {
  return { principal: 'officer', section, act, until };
}
