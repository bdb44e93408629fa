import type { FamilyFacts, PersonFacts } from '@caseweave/family';
import type { NewFacts } from '@caseweave/server';
import type { DemoRecord } from './demo-record.ts';

/** What is decided about a record of the demo; the lead is in the team, whether named or not. */
export function factsOfDemo(demo: DemoRecord, at: number): NewFacts {
  const { record, kind, hub, lead, team, socialCareOpenTo, persons, protectedLocation, voiceAudience } = demo;
  const grants = demo.grants.map(({ principal, section, act }) => ({ principal, section, act, from: at, to: null }));
  if (kind === 'person') {
    const facts: PersonFacts = { grants, barred: [], protectedLocation, voiceAudience };
    return { record, kind, facts };
  }
  const isLed = lead === null || team.some(({ principal }) => principal === lead);
  const facts: FamilyFacts = {
    status: 'open',
    hub,
    lead,
    team: isLed ? team : [...team, { principal: lead, from: at, to: null }],
    grants,
    barred: [],
    socialCareOpenTo,
    persons,
  };
  return { record, kind, facts };
}
