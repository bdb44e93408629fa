import type { Caseload } from '@caseweave/caseload';
import { expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, reading, writing } from './world/loopback-authority.ts';
import { site, team, visits } from './world/schemas.ts';

type Opened = Awaited<ReturnType<Caseload['open']>>;

/** A job whose visits refer to its team, which only Asha may read at first, and to a site of it. */
async function world() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const place = authority.addRecord('site');
  const members = authority.addSection(record, 'team', { asha: writing });
  authority.addSection(record, 'visits', { asha: writing, ben: writing });
  const hazards = authority.addSection(place, 'site', { asha: writing, ben: reading });
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  const open = await asha.open(record);
  return { authority, record, place, members, hazards, here, asha, open };
}

function addMember(open: Opened): string {
  const outcome = open.section(team)?.edit((draft) => draft.members.add({ name: 'Cem' }));
  if (outcome?.type !== 'edited') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

const by = (open: Opened) => open.section(visits)?.current.view().by;
const mind = (open: Opened) => open.section(visits)?.current.view().mind;

/** What somebody who listens to the visits is told. */
function listening(open: Opened, look: (open: Opened) => unknown): unknown[] {
  const heard: unknown[] = [];
  open.section(visits)?.subscribe(() => heard.push(look(open)));
  return heard;
}

test('[C42] a reference into another section of the record shows, and follows it; nothing is refused that is there', async () => {
  const { open } = await world();
  const member = addMember(open);

  const set = open.section(visits)?.edit((draft) => void (draft.by = member));
  const nowhere = open.section(visits)?.edit((draft) => void (draft.by = 'nobody'));
  const heard = listening(open, by);
  open.section(team)?.edit((draft) => draft.members.byId(member).strike('left'));
  open.section(team)?.edit((draft) => draft.members.byId(member).restore());

  expect([set?.type, nowhere]).toMatchObject(['edited', { refusals: [{ code: 'no-such-row', path: 'by' }] }]);
  expect(heard).toEqual([null, member]);
});

test('[C42] a section that may not be read shows nothing; once it arrives, and when it leaves, listeners are told', async () => {
  const { authority, record, members, open } = await world();
  const member = addMember(open);
  open.section(visits)?.edit((draft) => void (draft.by = member));
  await settled();
  const ben = await device(authority, 'ben', 2).openTab();
  const theirs = await ben.open(record);
  const heard = listening(theirs, by);
  const before = by(theirs);

  authority.grant(members, 'ben', reading);
  await settled();
  open.section(team)?.edit((draft) => draft.members.byId(member).strike('left'));
  await settled();
  open.section(team)?.edit((draft) => draft.members.byId(member).restore());
  await settled();
  authority.grant(members, 'ben', null);
  await settled();

  expect(before).toBeNull();
  expect(heard).toEqual([member, null, member, null]);
});

test('[C42] after the section that is referred to was rebuilt, the reference follows the new one', async () => {
  const { authority, members, asha, open } = await world();
  const kept = addMember(open);
  open.section(visits)?.edit((draft) => void (draft.by = kept));
  await settled();
  asha.switchOff();
  const lost = addMember(open);
  await settled();
  const heard = listening(open, by);
  authority.refuse = (push) => (push.parts.some(({ section }) => section === members) ? 'wrong-claim' : null);
  asha.switchOn();
  await settled();
  authority.refuse = () => null;
  const ids = open
    .section(team)
    ?.current.view()
    .members.map(({ id }) => id);
  open.section(team)?.edit((draft) => draft.members.byId(kept).strike('left'));

  expect(open.section(team)?.generation).toBeGreaterThan(0);
  expect(ids).toEqual([kept]);
  expect(lost).not.toBe(kept);
  expect(by(open)).toBeNull();
  expect(heard).toEqual([null]);
});

test("[C42] a job's section refers to those of sites whose records are open, and a tab that reads along sees the same", async () => {
  const { record, place, here, asha, open } = await world();
  const who = await asha.open(place);
  const added = who.section(site)?.edit((draft) => draft.hazards.add({ name: 'Wet paint' }));
  if (added?.type !== 'edited') throw new Error(JSON.stringify(added));
  const paint = added.result;
  open.section(visits)?.edit((draft) => void (draft.mind = paint));
  await settled();
  const along = await here.openTab();
  const read = await along.open(record);
  const before = mind(read);
  const heard = [listening(open, mind), listening(read, mind)];

  const readWho = await along.open(place);
  readWho.close();
  who.close();
  await settled();

  expect(before).toBeNull();
  expect(heard).toEqual([[null], [paint, null]]);
});

test('[C42] a section does not refer to records of a kind that the app has not named for its own', async () => {
  const { authority, record, place, here, asha } = await world();
  const next = authority.addRecord();
  authority.addSection(next, 'site', { asha: writing });
  await asha.close();
  const other = await here.openTab({ references: { site: ['job'] } });
  const add = async (of: typeof record) => {
    const added = (await other.open(of)).section(site)?.edit((draft) => draft.hazards.add({ name: 'Wet paint' }));
    return added?.type === 'edited' ? added.result : 'nothing';
  };

  const visited = await other.open(record);
  for (const hazard of [await add(place), await add(next)]) {
    visited.section(visits)?.edit((draft) => void (draft.mind = hazard));
    expect(mind(visited)).toBeNull();
  }
});
