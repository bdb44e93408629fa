import { describe, expect, test } from 'vitest';
import { openTab, plan, type TabPorts, until } from './device.ts';
import { record } from './samples.ts';
import { ScriptedServer } from './scripted-server.ts';

/** What the ports of a device must do together. `device` gives a new device at each call, and that its tabs, one by one. */
export function tabsContract(name: string, device: () => () => TabPorts): void {
  describe(`the contract of two tabs: ${name}`, () => {
    /** Two tabs of one device, the record open in both: the second reads along. */
    async function twoTabs() {
      const server = new ScriptedServer();
      const ports = device();
      const first = await openTab(ports(), server);
      await until(first, () => first.records()[0]?.sections[0]?.held === true);
      const second = await openTab(ports(), server);
      expect([first.status().tab, second.status().tab]).toEqual(['writer', 'reader']);
      const close = async () => {
        await second.close();
        await first.close();
      };
      return { server, first, second, close };
    }

    test('[T4] what the second tab decides is decided', async () => {
      const { second, close } = await twoTabs();

      expect(await second.decide({ type: 'close' })).toMatchObject({ type: 'on-device' });

      const confirmed = () => JSON.stringify(second.records()[0]?.confirmedFacts);
      await until(second, () => confirmed() === '{"stage":"closed"}' && second.edits().length === 0);
      expect(second.records()).toMatchObject([{ facts: { stage: 'closed' }, pending: [] }]);
      await close();
    });

    test('[T4] the second tab puts away what needs attention, for both', async () => {
      const { first, second, close } = await twoTabs();
      const open = await first.open(record);
      open.section(plan)?.edit((draft) => draft.story.insert(0, 'Not taken'));
      await until(second, () => second.edits().some(({ state }) => state === 'attention'));

      await second.dismiss(second.edits()[0]?.batch ?? 0);

      await until(first, () => first.edits().length === 0);
      await until(second, () => second.edits().length === 0);
      expect([first.status().attention, second.status().attention]).toEqual([0, 0]);
      await close();
    });

    test('[T4] the second tab sees who is there, also who came before it opened, and is seen', async () => {
      const { server, first, second, close } = await twoTabs();
      await first.open(record);
      server.showBen('{"at":"story"}');
      const there = (await second.open(record)).presence('plan');
      if (there === undefined) throw new Error('The section is not open.');
      const states = () => Array.from(there.getStates(), ([client, state]) => ({ client, state }));

      await new Promise<void>((resolve) => {
        const look = () => (states().length > 0 ? resolve() : undefined);
        there.on('change', look);
        look();
      });
      expect(states()).toMatchObject([{ client: 77, state: { at: 'story', user: { name: 'Ben' } } }]);
      there.setLocalState({ at: 'reading' });
      expect(await server.place).toBe('{"at":"reading"}');
      await close();
    });
  });
}
