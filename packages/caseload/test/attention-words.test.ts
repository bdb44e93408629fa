import { expect, test } from 'vitest';
import type { CaseloadOptions } from '@caseweave/caseload';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { plan } from './world/schemas.ts';

/** What needs attention after an edit was held. */
async function held(more: Partial<CaseloadOptions> = {}) {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const section = authority.addSection(record, 'plan', { asha: writing });
  const asha = await device(authority, 'asha').openTab(more);
  const open = await asha.open(record);
  asha.switchOff();
  open.section(plan)?.edit((draft) => void (draft.title = 'Mine'));
  await settled();
  authority.renew(section);
  asha.switchOn();
  await settled();
  return asha.edits()[0];
}

test('[C44] what needs attention says why and what can be done in plain words, and in the app’s own where it has any', async () => {
  const plain = await held();
  const asked: unknown[] = [];
  const own = await held({
    attentionWords: (attention) => {
      asked.push(attention);
      return { remedy: 'Ask the foreman about it.' };
    },
  });
  const none = await held({ attentionWords: () => undefined });

  expect(plain).toMatchObject({
    code: 'held',
    why: 'This part of the record has been renewed since.',
    remedy: 'It is kept at the server, and nothing is lost. Ask whoever answers for this record about it.',
  });
  expect(own).toEqual({ ...plain, remedy: 'Ask the foreman about it.' });
  expect(asked).toContainEqual({ code: 'held', detail: 'old-epoch' });
  expect(none).toEqual(plain);
});
