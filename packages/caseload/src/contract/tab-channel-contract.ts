import { describe, expect, test } from 'vitest';
import type { TabChannel, TabMessage } from '../ports/tab-channel.ts';

/** What every {@link TabChannel} must do. `tabs` gives a way to open tabs of one device, apart at each call. */
export function tabChannelContract(name: string, tabs: () => () => TabChannel): void {
  describe(`the tab channel contract: ${name}`, () => {
    const next = (channel: TabChannel) =>
      new Promise<TabMessage>((resolve) => {
        const stop = channel.listen((message) => {
          stop();
          resolve(message);
        });
      });
    const committed: TabMessage = { type: 'committed', sections: ['a', 'b'], rebuilt: ['b'] };

    test('[T1] a message reaches every other tab, whole and in order, and not the one that sent it', async () => {
      const open = tabs();
      const [one, two, three] = [open(), open(), open()];
      const heard: TabMessage[] = [];
      const own: TabMessage[] = [];
      one.listen((message) => own.push(message));
      three.listen((message) => heard.push(message));
      const last = new Promise<void>((resolve) => {
        three.listen(({ type }) => {
          if (type === 'signed-out') resolve();
        });
      });
      const first = next(two);

      one.send(committed);
      one.send({ type: 'who-writes' });
      await first;
      two.send({ type: 'signed-out' });

      await last;
      expect(heard).toEqual([committed, { type: 'who-writes' }, { type: 'signed-out' }]);
      expect(own).toEqual([{ type: 'signed-out' }]);
      for (const channel of [one, two, three]) channel.close();
    });

    test('[T2] a channel that is closed says and hears nothing', async () => {
      const open = tabs();
      const [one, two, three] = [open(), open(), open()];
      const late: TabMessage[] = [];
      two.listen((message) => late.push(message));
      two.close();
      const heard = next(three);

      two.send({ type: 'who-writes' });
      one.send(committed);

      expect(await heard).toEqual(committed);
      expect(late).toEqual([]);
      for (const channel of [one, three]) channel.close();
    });
  });
}
