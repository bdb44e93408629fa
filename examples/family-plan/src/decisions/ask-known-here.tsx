import type { CaseloadRecord } from '@caseweave/caseload';
import { useCaseloadStatus, useRecords } from '@caseweave/react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { hubsQuery, meQuery } from '../server/operations.ts';
import { useAnswer } from '../server/use-answer.ts';
import { isKeptOnDevice, type Practitioner } from '../sign-in/practitioner.ts';
import { readFacts } from '../families/family-facts.ts';
import { KnownHereContext } from './known-here-context.tsx';
import { keepKnownHere, keptKnownHere, namedFrom, type Colleague, type KnownHere } from './known-here.ts';

interface AskKnownHereProps {
  readonly practitioner: Practitioner;
  readonly children: ReactNode;
}

/** Learns who one is, which hubs there are and whom one works with, and keeps it for when there is no server. */
export function AskKnownHere({ practitioner, children }: AskKnownHereProps) {
  const { id } = practitioner;
  const isKept = isKeptOnDevice(practitioner);
  const records = useRecords();
  const isOnline = useCaseloadStatus().connection === 'online';
  const me = useAnswer(meQuery, {}, isOnline)?.me;
  const hubs = useAnswer(hubsQuery, {}, isOnline)?.hubs;
  const known = useMemo(() => {
    const kept = keptKnownHere(id);
    return {
      me: me === undefined || me === null ? kept.me : namedFrom(me),
      hubs: hubs === undefined ? kept.hubs : hubs.map((hub) => ({ id: hub.id, name: hub.name })),
      // Who has left every team is still known by name: something that is not confirmed may speak of them.
      colleagues: colleaguesAmong(records, kept.colleagues),
    };
  }, [id, me, hubs, records]);
  useEffect(() => {
    if (!isSame(known, keptKnownHere(id))) keepKnownHere(id, known, isKept ? 'device' : 'tab');
  }, [id, known, isKept]);
  return <KnownHereContext value={known}>{children}</KnownHereContext>;
}

function colleaguesAmong(records: readonly CaseloadRecord[], before: readonly Colleague[]): readonly Colleague[] {
  const known = new Map(before.map((colleague) => [colleague.id, colleague]));
  for (const { kind, confirmedFacts } of records) {
    if (kind !== 'family') continue;
    for (const { id, name, agency, agencyName } of readFacts(confirmedFacts).team) {
      known.set(id, { id, name, agency, agencyName });
    }
  }
  return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.id.localeCompare(b.id));
}

const isSame = (a: KnownHere, b: KnownHere): boolean => JSON.stringify(a) === JSON.stringify(b);
