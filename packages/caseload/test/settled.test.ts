import { expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { plan } from './world/schemas.ts';

const title = (words: string) => (draft: { title: string | null }) => {
  draft.title = words;
};

async function disagreement() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  authority.addSection(record, 'plan', { asha: writing, ben: writing });
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  const ben = await device(authority, 'ben', 2).openTab();
  const mine = (await asha.open(record)).section(plan);
  const theirs = (await ben.open(record)).section(plan);
  asha.switchOff();
  mine?.edit(title('Okafor'));
  theirs?.edit(title('Reid'));
  asha.switchOn();
  await settled();
  return { authority, here, record, asha, ben, mine, theirs };
}

test('[C40] when somebody settles a question, an open section says who did, when, why, and what stands', async () => {
  const { mine, theirs, here } = await disagreement();
  const [question] = theirs?.current.questions() ?? [];
  expect(mine?.current.questions()).toHaveLength(1);
  expect(mine?.settled()).toEqual([]);
  const heard: number[] = [];
  mine?.subscribe(() => heard.push(mine.settled().length));

  theirs?.settle(question?.id ?? '', 'Reid', { reason: 'Her passport says so' });
  await settled();

  expect(mine?.settled()).toMatchObject([
    {
      question: { path: 'title' },
      value: 'Reid',
      by: { id: 'ben', name: 'Name of ben' },
      at: here.clock.now(),
      why: 'Her passport says so',
    },
  ]);
  expect(mine?.settled()[0]?.words).toContain('Reid');
  expect(heard.at(-1)).toBe(1);
  expect(mine?.settled()).toBe(mine?.settled());
});

test('[C40] a value that nobody had given settles too, and a third one asked about meanwhile settles nothing', async () => {
  const { mine, theirs, asha } = await disagreement();
  asha.switchOff();
  const [asked] = theirs?.current.questions() ?? [];
  mine?.edit(title('Okafor-Reid'));
  theirs?.settle(asked?.id ?? '', 'Reid-Okafor');
  await settled();
  expect(mine?.settled()).toMatchObject([{ value: 'Okafor-Reid', words: null, by: { id: 'asha' } }]);

  asha.switchOn();
  await settled();
  expect(mine?.current.questions()).toHaveLength(1);
  const [again] = mine?.current.questions() ?? [];
  mine?.settle(again?.id ?? '', 'Okafor');
  await settled();

  expect(theirs?.settled().map(({ value, by }) => [value, by?.id])).toEqual([
    ['Reid-Okafor', 'ben'],
    ['Okafor', 'asha'],
  ]);
});

test('[C40] a rebuild settles nothing, and takes back what only the refused edit had settled', async () => {
  const { authority, mine, asha } = await disagreement();
  authority.refuse = () => 'wrong-claim';
  mine?.edit(title('Refused'));
  expect(mine?.settled()).toHaveLength(1);
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'refused' }]);
  expect(mine?.current.questions()).toHaveLength(1);
  expect(mine?.settled()).toEqual([]);
});
