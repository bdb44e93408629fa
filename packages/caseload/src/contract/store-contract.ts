import { describe, expect, test } from 'vitest';
import type { CaseloadStore } from '../ports/caseload-store.ts';
import { StoreFailure } from '../ports/store-failure.ts';
import { nothingStored, partsOf } from '../stored/rows.ts';
import {
  cursor,
  decision,
  deviceRow,
  entry,
  otherSection,
  record,
  recordRow,
  section,
  sectionRow,
  thirdSection,
} from './samples.ts';

/** One place in which a store keeps things, empty at first. */
export interface StorePlace {
  /** Opens the store that is there. */
  open(): CaseloadStore;
}

/** What every {@link CaseloadStore} must do. `place` gives a new, empty place at each call. */
export function storeContract(name: string, place: () => StorePlace): void {
  describe(`the store contract: ${name}`, () => {
    test('[S1] a new store holds nothing', async () => {
      const store = place().open();

      expect(await store.load()).toEqual(nothingStored);
      expect(await store.base(section)).toEqual([]);
    });

    test('[S2] what was committed is there when the store is opened again, byte for byte', async () => {
      const here = place();
      const store = here.open();
      await store.commit(
        [
          { type: 'device', device: deviceRow },
          { type: 'cursor', cursor },
          { type: 'record', record: recordRow },
          { type: 'section', section: sectionRow(section, '{"open":2}') },
          { type: 'base', section, updates: [Uint8Array.of(1, 2), Uint8Array.of(3)] },
        ],
        'relaxed',
      );
      const [batch = 0] = await store.commit([{ type: 'append', entry: entry(section, 9, 8) }], 'strict');
      store.close();

      const again = here.open();

      expect(await again.load()).toEqual({
        device: deviceRow,
        cursor,
        records: [recordRow],
        sections: [sectionRow(section, '{"open":2}')],
        decisions: [],
        outbox: [{ ...entry(section, 9, 8), batch }],
        damaged: 0,
      });
      expect((await again.base(section)).map(({ update }) => Array.from(update))).toEqual([[1, 2], [3]]);
    });

    test('[S3] entries get rising numbers in the order of the changes, and no number comes twice', async () => {
      const here = place();
      const store = here.open();
      const append = { type: 'append', entry: entry(section, 1) } as const;

      const [first = 0, second = 0] = await store.commit([append, append], 'strict');
      await store.commit([{ type: 'remove', batch: second }], 'strict');
      store.close();
      const [third = 0] = await here.open().commit([append], 'strict');

      expect(second).toBeGreaterThan(first);
      expect(third).toBeGreaterThan(second);
    });

    test('[S4] an entry may be amended, given attention, and removed', async () => {
      const store = place().open();
      const [batch = 0] = await store.commit([{ type: 'append', entry: entry(section, 1) }], 'strict');
      const attention = { code: 'refused', detail: 'gap' } as const;

      await store.commit([{ type: 'amend', batch, entry: entry(section, 1, 2) }], 'strict');
      await store.commit([{ type: 'attend', batch, attention }], 'strict');

      expect((await store.load()).outbox).toEqual([{ ...entry(section, 1, 2), attention, batch }]);
      await store.commit([{ type: 'remove', batch }], 'strict');
      expect((await store.load()).outbox).toEqual([]);
    });

    test('[S5] merging puts one row in place of those named and leaves the others', async () => {
      const store = place().open();
      await store.commit([{ type: 'base', section, updates: [Uint8Array.of(1), Uint8Array.of(2)] }], 'relaxed');
      const rows = (await store.base(section)).map(({ row }) => row);
      await store.commit([{ type: 'base', section, updates: [Uint8Array.of(3)] }], 'relaxed');

      await store.commit([{ type: 'merge', section, rows, update: Uint8Array.of(12) }], 'relaxed');

      expect((await store.base(section)).map(({ update }) => Array.from(update))).toEqual([[12], [3]]);
    });

    test('[S12] several sections are read at once as each is alone, in the order asked for', async () => {
      const store = place().open();
      const base = (id: typeof section, ...bytes: number[]) =>
        ({ type: 'base', section: id, updates: bytes.map((byte) => Uint8Array.of(byte)) }) as const;
      await store.commit([base(section, 1, 2), base(otherSection, 3)], 'relaxed');

      const several = await store.bases([otherSection, thirdSection, section]);

      expect(several).toEqual([await store.base(otherSection), [], await store.base(section)]);
      expect(several[2]).toHaveLength(2);
      expect(await store.bases([])).toEqual([]);
    });

    test('[S6] dropping a section removes its row and content, and nothing of another section or the outbox', async () => {
      const store = place().open();
      const base = (id: typeof section) => ({ type: 'base', section: id, updates: [Uint8Array.of(1)] }) as const;
      await store.commit(
        [
          { type: 'record', record: recordRow },
          { type: 'section', section: sectionRow(section, '"gone"') },
          { type: 'section', section: sectionRow(otherSection) },
          base(section),
          base(otherSection),
          { type: 'append', entry: entry(section, 1) },
        ],
        'strict',
      );

      await store.commit([{ type: 'drop-section', section }], 'strict');

      const left = await store.load();
      expect(left.sections).toEqual([sectionRow(otherSection)]);
      expect(left.outbox).toHaveLength(1);
      expect(await store.base(section)).toEqual([]);
      expect(await store.base(otherSection)).toHaveLength(1);
      await store.commit(
        [
          { type: 'clear-base', section: otherSection },
          { type: 'drop-record', record },
        ],
        'strict',
      );
      expect(await store.base(otherSection)).toEqual([]);
      expect((await store.load()).records).toEqual([]);
    });

    test('[S7] transactions that overlap are carried out one after the other', async () => {
      const store = place().open();
      const append = (byte: number) => store.commit([{ type: 'append', entry: entry(section, byte) }], 'strict');

      const numbers = (await Promise.all([append(1), append(2), append(3)])).flat();

      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
      const stored = (await store.load()).outbox.flatMap(partsOf).map(({ update }) => update[0]);
      expect(stored).toEqual([1, 2, 3]);
    });

    test('[S10] a command is kept as it was given, in one order of numbers with the edits', async () => {
      const here = place();
      const store = here.open();
      const several = { ...entry(section, 1), parts: [...entry(section, 1).parts, ...entry(otherSection, 2).parts] };
      const attention = { code: 'not-decided', detail: 'already', words: 'It is so.', stands: null } as const;

      const [first = 0, second = 0] = await store.commit(
        [
          { type: 'append', entry: decision },
          { type: 'append', entry: several },
        ],
        'strict',
      );
      await store.commit([{ type: 'attend', batch: first, attention }], 'strict');
      store.close();

      expect(second).toBeGreaterThan(first);
      expect((await here.open().load()).outbox).toEqual([
        { ...decision, attention, batch: first },
        { ...several, batch: second },
      ]);
    });

    test('[S11] what was decided about a record is put whole, and goes with the record', async () => {
      const here = place();
      const store = here.open();
      const put = (...decisions: string[]) => ({ type: 'decisions', decisions: { record, decisions } }) as const;

      await store.commit([{ type: 'record', record: recordRow }, put('{"key":"a"}')], 'relaxed');
      await store.commit([put('{"key":"a"}', '{"key":"b"}')], 'strict');
      store.close();

      const again = here.open();
      expect((await again.load()).decisions).toEqual([{ record, decisions: ['{"key":"a"}', '{"key":"b"}'] }]);
      await again.commit([{ type: 'drop-record', record }], 'strict');
      expect((await again.load()).decisions).toEqual([]);
    });

    test('[S8] wiping leaves nothing', async () => {
      const here = place();
      const store = here.open();
      await store.commit(
        [
          { type: 'device', device: deviceRow },
          { type: 'section', section: sectionRow(section, '1') },
          { type: 'base', section, updates: [Uint8Array.of(1)] },
          { type: 'append', entry: entry(section, 1) },
        ],
        'strict',
      );

      await store.wipe();
      store.close();

      const again = here.open();
      expect(await again.load()).toEqual(nothingStored);
      expect(await again.base(section)).toEqual([]);
    });

    test('[S9] a store that is closed rejects with the code `closed`', async () => {
      const store = place().open();
      await store.load();

      store.close();

      const failure = await store.commit([{ type: 'cursor', cursor }], 'strict').catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StoreFailure);
      expect(failure).toMatchObject({ code: 'closed' });
    });
  });
}
