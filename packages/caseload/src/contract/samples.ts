import {
  CURSOR_BYTES,
  type Cursor,
  type DeviceId,
  deviceIdFrom,
  type PrincipalId,
  type RecordId,
  recordIdFrom,
  type SectionId,
  sectionIdFrom,
} from '@caseweave/protocol';
import type { CommandEntry, DeviceRow, EditEntry, RecordRow, SectionRow } from '../stored/rows.ts';

const sixteen = (first: number) => Uint8Array.from({ length: 16 }, (_, at) => first + at);

export const record: RecordId = recordIdFrom(sixteen(1));
export const section: SectionId = sectionIdFrom(sixteen(2));
export const otherSection: SectionId = sectionIdFrom(sixteen(3));
export const thirdSection: SectionId = sectionIdFrom(sixteen(5));
const device: DeviceId = deviceIdFrom(sixteen(4));
export const cursor: Cursor = Uint8Array.from({ length: CURSOR_BYTES }, (_, at) => at);

export const deviceRow: DeviceRow = {
  device,
  principal: { id: 'asha' as PrincipalId, name: 'Asha Patel', organisation: null },
  generation: 'g1',
  leases: [11, 12],
};

export const recordRow: RecordRow = { record, kind: 'job', facts: '{"depot":"Bilston"}', pending: false };

export const sectionRow = (id: SectionId, projection: string | null = null): SectionRow => ({
  section: id,
  record,
  name: 'plan',
  epoch: 1,
  acts: { read: true, write: true, append: true },
  authors: [{ client: 11, principal: 'asha' as PrincipalId, name: 'Asha Patel', organisation: null }],
  projection,
  stale: false,
  held: true,
  closed: [],
  pending: false,
});

export const entry = (id: SectionId, ...bytes: number[]): EditEntry => ({
  kind: 'edit',
  record,
  at: 1_764_000_000_000,
  needs: [],
  parts: [
    {
      section: id,
      epoch: 1,
      written: cursor,
      update: Uint8Array.from(bytes),
      name: 'plan',
      changes: [{ entity: '', path: 'story', label: 'What happened', words: '“…”' }],
      text: 'naïve “quotes” 🙂',
    },
  ],
  attention: null,
});

export const decision: CommandEntry = {
  kind: 'decision',
  record,
  at: 1_764_000_000_000,
  needs: [1, 2],
  attention: null,
  written: cursor,
  command: '{"type":"allocate","depot":"Bilston"}',
  words: 'Allocated to Bilston',
  creates: [record],
  key: 'AAAAAAAAAAAAAAAAAAAAAQ',
};
