import { describe, expect, test } from 'vitest';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Caseload } from '../caseload.ts';
import type { OpenSection } from '../documents/open-section.ts';
import { openTab, plan, type TabPorts, until } from './device.ts';
import { record } from './samples.ts';
import { ScriptedServer } from './scripted-server.ts';

/** Uses an editor, bound to a text as it comes, so that the text says "Words of mine" in the end. */
export type EditorAtWork = (text: Y.Text, presence: Awareness) => void;

/**
 * What becomes of what an editor writes, over the ports of a device: nobody announces its transactions. `device` gives a
 * new device at each call, and that its tabs, one by one.
 */
export function editorsContract(
  name: string,
  device: () => () => TabPorts,
  editors: Readonly<Record<string, EditorAtWork>>,
): void {
  describe(`the contract of editors: ${name}`, () => {
    test.for(Object.entries(editors))(
      '[T5] what %s writes is on this device, over a reload, and then at the server, with what is edited after it',
      async ([, work]) => {
        const server = new ScriptedServer({ takesEdits: true });
        const ports = device();
        const first = await openTab(ports(), server);
        await until(first, () => first.records()[0]?.sections[0]?.held === true);
        first.switchOff();

        write(await storyIn(first), work);

        await until(first, () => first.status().saving === 0);
        expect(first.status()).toMatchObject({ attention: 0 });
        expect(first.status().onDevice).toBeGreaterThan(0);
        expect(wordsOf(first)).toContain('mine');
        await first.close();
        const again = await openTab(ports(), server, false);
        const open = await storyIn(again);
        expect(open.current.view().story.text.trim()).toBe('Words of mine');
        expect(open.edit((draft) => draft.story.insert(0, 'More: ')).type).toBe('edited');
        again.switchOn();
        await until(again, () => again.status().saving === 0 && again.edits().length === 0);
        expect(server.story.trim()).toBe('More: Words of mine');
        await again.close();
      },
    );

    test.for(Object.entries(editors))(
      '[T5] what %s writes in a tab that reads along is taken out again, and its words are kept',
      async ([, work]) => {
        const server = new ScriptedServer();
        const ports = device();
        const writer = await openTab(ports(), server);
        await until(writer, () => writer.records()[0]?.sections[0]?.held === true);
        const along = await openTab(ports(), server);
        const open = await storyIn(along);
        const { generation } = open;

        write(open, work);

        await until(along, () => open.generation > generation && open.current.view().story.text === '');
        expect(along.edits().map(({ code }) => code)).toContain('not-writable');
        expect(along.edits().every(({ state }) => state === 'attention')).toBe(true);
        expect(wordsOf(along)).toContain('mine');
        expect([writer.edits(), server.story]).toEqual([[], '']);
        await along.close();
        await writer.close();
      },
    );
  });
}

const write = ({ current, presence }: OpenSection<typeof plan>, work: EditorAtWork): void =>
  work(current.text('story'), presence);

async function storyIn(caseload: Caseload): Promise<OpenSection<typeof plan>> {
  const open = (await caseload.open(record)).section(plan);
  if (open === undefined) throw new Error('The section is not open.');
  return open;
}

const wordsOf = (caseload: Caseload): string =>
  caseload
    .edits()
    .map((edit) => (edit.kind === 'edit' ? (edit.text ?? '') : ''))
    .join('');
