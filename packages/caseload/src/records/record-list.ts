import type { RecordId, SectionId } from '@caseweave/protocol';
import type { CaseloadRecord, CaseloadSection, EditState } from '../caseload.ts';
import type { Commands } from '../decisions/commands.ts';
import { type PendingFacts, pendingFacts, type WaitingDecision, waitingDecisions } from '../decisions/pending.ts';
import type { Mirror } from '../stored/mirror.ts';
import { parsedJson } from '../stored/parsed-json.ts';
import type { RecordRow, SectionRow } from '../stored/rows.ts';

interface KeptRecord {
  readonly row: RecordRow;
  readonly decisions: readonly WaitingDecision[];
  readonly read: PendingFacts;
  readonly shown: CaseloadRecord;
}

interface KeptSection {
  readonly row: SectionRow;
  readonly shown: CaseloadSection;
}

/** Makes the caseload list of what is stored. What did not change stays the same object. */
export class RecordList {
  readonly #records = new Map<RecordId, KeptRecord>();
  readonly #sections = new Map<SectionId, KeptSection>();
  #last: readonly CaseloadRecord[] = [];

  list(mirror: Mirror, edits: readonly EditState[], commands: Commands | undefined): readonly CaseloadRecord[] {
    const counts = countEdits(edits);
    const grouped = new Map<RecordId, CaseloadSection[]>();
    for (const row of mirror.sections.values()) {
      const sections = grouped.get(row.record) ?? [];
      sections.push(this.#section(row, counts.get(row.section) ?? none));
      grouped.set(row.record, sections);
    }
    for (const section of this.#sections.keys()) if (!mirror.sections.has(section)) this.#sections.delete(section);
    for (const record of this.#records.keys()) if (!mirror.records.has(record)) this.#records.delete(record);
    const waiting = waitingDecisions(mirror);
    const list = Array.from(mirror.records.values(), (row) => {
      const read = () => pendingFacts(mirror, row, waiting.get(row.record) ?? [], commands);
      return this.#record(row, grouped.get(row.record) ?? [], waiting.get(row.record) ?? [], read);
    });
    if (!isSameList(list, this.#last)) this.#last = list;
    return this.#last;
  }

  #record(
    row: RecordRow,
    sections: readonly CaseloadSection[],
    decisions: readonly WaitingDecision[],
    read: () => PendingFacts,
  ): CaseloadRecord {
    const kept = this.#records.get(row.record);
    const isSame = kept?.row === row && isSameList(kept.decisions, decisions);
    if (isSame && isSameList(kept.shown.sections, sections)) return kept.shown;
    const { facts, confirmed: confirmedFacts, pending } = isSame ? kept.read : read();
    const shown = { record: row.record, kind: row.kind, facts, confirmedFacts, pending, sections };
    this.#records.set(row.record, { row, decisions, read: { facts, confirmed: confirmedFacts, pending }, shown });
    return shown;
  }

  #section(row: SectionRow, { onDevice, attention }: Counts): CaseloadSection {
    const kept = this.#sections.get(row.section);
    const isSame = kept?.row === row && kept.shown.onDevice === onDevice && kept.shown.attention === attention;
    if (isSame) return kept.shown;
    const { section, name, acts, held } = row;
    const projection = kept?.row.projection === row.projection ? kept.shown.projection : parsedJson(row.projection);
    const shown = { section, name, acts, projection, held, onDevice, attention };
    this.#sections.set(section, { row, shown });
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
  for (const edit of edits) {
    for (const { section } of edit.kind === 'edit' ? edit.parts : []) {
      const count = counts.get(section) ?? { onDevice: 0, attention: 0 };
      if (edit.state === 'on-device') count.onDevice += 1;
      else count.attention += 1;
      counts.set(section, count);
    }
  }
  return counts;
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);
