import type { RecordId, SectionId } from '@caseweave/protocol';
import type { Json } from '@caseweave/record';
import type { CaseloadRecord, CaseloadSection, EditState } from './caseload.ts';
import type { Mirror } from './stored/mirror.ts';
import type { RecordRow, SectionRow } from './stored/rows.ts';

interface Kept<Row, Shown> {
  readonly row: Row;
  readonly shown: Shown;
}

/** Makes the caseload list of what is stored. What did not change stays the same object. */
export class RecordList {
  private readonly records = new Map<RecordId, Kept<RecordRow, CaseloadRecord>>();
  private readonly sections = new Map<SectionId, Kept<SectionRow, CaseloadSection>>();
  private last: readonly CaseloadRecord[] = [];

  list(mirror: Mirror, edits: readonly EditState[]): readonly CaseloadRecord[] {
    const counts = countEdits(edits);
    const grouped = new Map<RecordId, CaseloadSection[]>();
    for (const row of mirror.sections.values()) {
      const sections = grouped.get(row.record) ?? [];
      sections.push(this.section(row, counts.get(row.section) ?? none));
      grouped.set(row.record, sections);
    }
    for (const section of this.sections.keys()) if (!mirror.sections.has(section)) this.sections.delete(section);
    for (const record of this.records.keys()) if (!mirror.records.has(record)) this.records.delete(record);
    const list = Array.from(mirror.records.values(), (row) => this.record(row, grouped.get(row.record) ?? []));
    if (!isSameList(list, this.last)) this.last = list;
    return this.last;
  }

  private record(row: RecordRow, sections: readonly CaseloadSection[]): CaseloadRecord {
    const kept = this.records.get(row.record);
    if (kept?.row === row && isSameList(kept.shown.sections, sections)) return kept.shown;
    const shown = { record: row.record, kind: row.kind, facts: parsed(row.facts), sections };
    this.records.set(row.record, { row, shown });
    return shown;
  }

  private section(row: SectionRow, { onDevice, attention }: Counts): CaseloadSection {
    const kept = this.sections.get(row.section);
    const isSame = kept?.row === row && kept.shown.onDevice === onDevice && kept.shown.attention === attention;
    if (isSame) return kept.shown;
    const { section, name, acts, held } = row;
    const projection = kept?.row.projection === row.projection ? kept.shown.projection : parsed(row.projection);
    const shown = { section, name, acts, projection, held, onDevice, attention };
    this.sections.set(section, { row, shown });
    return shown;
  }
}

interface Counts {
  onDevice: number;
  attention: number;
}

const none: Counts = { onDevice: 0, attention: 0 };

function countEdits(edits: readonly EditState[]): ReadonlyMap<SectionId, Counts> {
  const counts = new Map<SectionId, Counts>();
  for (const { section, state } of edits) {
    const count = counts.get(section) ?? { onDevice: 0, attention: 0 };
    if (state === 'on-device') count.onDevice += 1;
    else count.attention += 1;
    counts.set(section, count);
  }
  return counts;
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

/** JSON that the server or this device wrote; what cannot be read shows as nothing. */
function parsed(text: string | null | undefined): Json {
  if (text === null || text === undefined) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
