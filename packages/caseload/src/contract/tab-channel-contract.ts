import { describe, expect, test } from 'vitest';
import type { TabChannel } from '../ports/tab-channel.ts';
import type { TabMessage } from '../tabs/tab-message.ts';
import { everyMessage, noMessages } from './tab-messages.ts';

/** What every {@link TabChannel} must do. `tabs` gives a way to open tabs of one device, apart at each call. */
export function tabChannelContract(name: string, tabs: () => () => TabChannel): void {
  describe(`the tab channel contract: ${name}`, () => {
    const last: TabMessage = { type: 'committed', sections: ['last'], rebuilt: [] };
    /** What a tab hears, up to the last message. */
    const hears = (channel: TabChannel) =>
      new Promise<readonly TabMessage[]>((resolve) => {
        const heard: TabMessage[] = [];
        const stop = channel.listen((message) => {
          heard.push(message);
          if (message.type !== 'committed' || message.sections[0] !== 'last') return;
          stop();
          resolve(heard);
        });
      });

    test('[T1] a message of any kind reaches every other tab, whole and in order, and not the one that sent it', async () => {
      const open = tabs();
      const [one, two, three] = [open(), open(), open()];
      const own: TabMessage[] = [];
      one.listen((message) => own.push(message));
      const heard = [two, three].map((channel) => hears(channel));
      const back = hears(one);

      for (const message of [...everyMessage, last]) one.send(message);

      expect(await Promise.all(heard)).toEqual([
        [...everyMessage, last],
        [...everyMessage, last],
      ]);
      two.send(last);
      await back;
      expect(own).toEqual([last]);
      for (const channel of [one, two, three]) channel.close();
    });

    test('[T2] a channel that is closed says and hears nothing', async () => {
      const open = tabs();
      const [one, two, three] = [open(), open(), open()];
      const late: TabMessage[] = [];
      two.listen((message) => late.push(message));
      two.close();
      const heard = hears(three);

      two.send({ type: 'who-writes' });
      one.send(last);

      expect(await heard).toEqual([last]);
      expect(late).toEqual([]);
      for (const channel of [one, three]) channel.close();
    });

    test('[T3] what is no message of this version is not heard, and stands in no other’s way', async () => {
      const open = tabs();
      const [one, two] = [open(), open()];
      const heard = hears(two);

      // As a tab of another version would say it.
      for (const said of noMessages) one.send(said as TabMessage);
      one.send(last);

      expect(await heard).toEqual([last]);
      for (const channel of [one, two]) channel.close();
    });
  });
}
