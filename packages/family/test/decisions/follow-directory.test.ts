import { earlyHelp, type FamilyFacts } from '@caseweave/family';
import { foldEntries, judgeCommand, nothingKnown, parseCommand, withoutNames } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { expect, test } from 'vitest';

const family = 'AAAAAAAAAAAAAAAAAAAAAA';
const [child, sister] = ['AAAAAAAAAAAAAAAAAAAAAQ', 'AAAAAAAAAAAAAAAAAAAAAg'];
const noChange = { members: [], left: [], persons: [], barred: [], socialCareOpenTo: [], socialCareClosedTo: [] };
const before: FamilyFacts = {
  status: 'open',
  hub: 'east',
  lead: 'lead',
  team: [
    { principal: 'lead', from: 1, to: null },
    { principal: 'school', from: 1, to: 50, visibleTo: ['lead'] },
    { principal: 'police', from: 1, to: 5, isEnded: true },
  ],
  grants: [{ principal: 'idva', section: 'plan.shared', act: 'read', from: 1, to: 90 }],
  barred: ['uncle'],
  socialCareOpenTo: ['social-worker'],
  persons: [{ person: child, role: 'child', household: 'h-1' }],
};

/** What a family is once the directory's words of it are taken over. */
function followed(form: object): FamilyFacts {
  const folded = foldEntries(earlyHelp, earlyHelp.kinds.get('family') ?? never(), family, [
    { name: 'adopt', version: 1, record: family, form: before as unknown as Json, who: null, at: 1 },
    { name: 'follow-directory', version: 1, record: family, form: { ...noChange, ...form }, who: null, at: 10 },
  ]);
  if (folded.type !== 'facts') throw new Error(folded.why);
  return folded.facts as unknown as FamilyFacts;
}

const never = (): never => {
  throw new Error('The model has families.');
};

test('[D11] what the directory does not speak of stays as it was decided', () => {
  expect(followed({})).toEqual(before);
  expect(followed({ hub: { to: 'west' } })).toEqual({ ...before, hub: 'west' });
  expect(followed({ hub: {}, lead: { to: null } })).toEqual({ ...before, hub: null, lead: null });
});

test('[D11] who is in the team goes on in it with the end that is said now, and who was in it comes back anew', () => {
  const members = [
    { principal: 'school' },
    { principal: 'police', until: 80 },
    { principal: 'nurse', from: 4, until: null },
  ];
  expect(followed({ members, left: ['lead'] }).team).toEqual([
    { principal: 'lead', from: 1, to: 10, isEnded: true },
    { principal: 'school', from: 1, to: null, visibleTo: ['lead'] },
    { principal: 'police', from: 1, to: 5, isEnded: true },
    { principal: 'police', from: 10, to: 80 },
    { principal: 'nurse', from: 4, to: null },
  ]);
});

test('[D11] a bar is added and a person put where the directory says; social workers come and go', () => {
  const now = followed({
    barred: ['uncle', 'aunt'],
    persons: [
      { person: child, role: 'child', household: null },
      { person: sister, role: 'child', household: 'h-2' },
    ],
    socialCareOpenTo: ['another'],
    socialCareClosedTo: ['social-worker'],
  });
  expect(now.barred).toEqual(['uncle', 'aunt']);
  expect(now.persons).toEqual([
    { person: child, role: 'child', household: null },
    { person: sister, role: 'child', household: 'h-2' },
  ]);
  expect(now.socialCareOpenTo).toEqual(['another']);
});

test('[D11] it is decided by whoever runs the authority and by nobody who signs in, told to no device, and of hubs that there are', () => {
  const manager = { id: 'manager', kind: 'practitioner', agency: null, roles: ['manager'], hub: 'east' };
  const state = { record: family, kind: 'family', facts: before, linkedFrom: [] };
  const judged = (who: { readonly id: string } | null, form: object) => {
    const parsed = parseCommand(earlyHelp, { type: 'follow-directory', record: family, ...noChange, ...form });
    if (parsed.type === 'refused') throw new Error(parsed.refusal.stands ?? parsed.refusal.words);
    const known = { ...nothingKnown, unit: (_: string, id: string) => (id === 'west' ? { id, name: 'West' } : null) };
    return judgeCommand(earlyHelp, parsed.command, { who, state, at: 10, known, since: [], names: withoutNames });
  };
  expect(judged(null, { hub: { to: 'west' } })).toBeNull();
  expect(judged(null, { hub: { to: 'nowhere' } })?.code).toBe('no-such-hub');
  expect(judged(manager, {})?.code).toBe('not-allowed');
  const telling = { reader: manager, state, known: nothingKnown, at: 10, rights: earlyHelp };
  expect((earlyHelp.decisions.get('follow-directory') ?? never()).told(telling, noChange)).toBeNull();
});
