import {
  openSection,
  openUndo,
  type EditOutcome,
  type Json,
  type Question,
  type SectionSchema,
  type UndoOutcome,
  type View,
} from '@caseweave/record';
import type * as Y from 'yjs';
import type { Grouping } from '../history/step.ts';
import type { Replica, Setting } from '../subject.ts';

/** A part of an edit, with the rows that it means. */
export type ResolvedPart =
  | {
      readonly do: 'write' | 'add' | 'remove';
      readonly group: string;
      readonly name: string;
      readonly path: string;
      readonly entity: string;
      readonly value: Json;
    }
  | {
      readonly do: 'type' | 'erase' | 'format';
      readonly group: string;
      readonly name: string;
      readonly path: string;
      readonly entity: string;
      readonly at: number;
      readonly length: number;
      /** The characters typed, or the format set. */
      readonly text: string;
    }
  | {
      readonly do: 'add-row' | 'append';
      readonly group: string;
      readonly values: { readonly [name: string]: Json };
      /** Told once the row has its id. */
      readonly added: (id: string) => void;
    }
  | { readonly do: 'move'; readonly group: string; readonly entity: string; readonly after: string | undefined }
  | { readonly do: 'strike' | 'restore'; readonly group: string; readonly entity: string };

/** A replica of a section, as the kit drives it. Another make of it can be checked by giving its own opener. */
export interface RecordReplica extends Replica {
  readonly doc: Y.Doc;
  view(): unknown;
  questions(): readonly Question[];
  /** The unsuperseded values of a field. */
  values(entity: string, path: string): readonly Json[];
  /** The characters of a text. */
  characters(entity: string, path: string): string;
  edit(parts: readonly ResolvedPart[], basis: unknown): EditOutcome;
  settle(question: string, value: Json): EditOutcome;
  isOwn(transaction: Y.Transaction): boolean;
  /** Takes back what this replica did last, and tells whether there was anything to take back. */
  undo(): 'done' | 'overtaken' | 'nothing';
  redo(): 'done' | 'overtaken' | 'nothing';
  /** Takes in updates, where that is more than applying them. */
  receive?(updates: readonly Uint8Array[], grouping: Grouping): void;
  close(): void;
}

/** Opens a replica of a section with the library itself. */
export function openRecordReplica(schema: SectionSchema, { doc, now, newId, undoes }: Setting): RecordReplica {
  const authorOf = (client: number) => ({ id: String(client), name: String.fromCodePoint(64 + client) });
  const section = openSection(schema, { doc, now, newId, authorOf });
  const stack = undoes ? openUndo([section]) : undefined;
  return {
    doc,
    view: () => section.view(),
    questions: () => section.questions(),
    values: (entity, path) => section.provenance(entity, path).map(({ value }) => value),
    characters: (entity, path) => section.text(path, entity).toJSON(),
    edit: (parts, basis) =>
      section.edit(
        (draft) => {
          for (const part of parts) carryOut(draft as LooseDraft, part);
        },
        basis === undefined ? {} : { basis: basis as View<SectionSchema> },
      ),
    settle: (question, value) => section.settle(question, value),
    isOwn: (transaction) => section.isOwn(transaction) || isMeant(transaction),
    undo: () => wordOf(stack?.undo().type),
    redo: () => wordOf(stack?.redo().type),
    close: () => {
      stack?.close();
      section.close();
    },
  };
}

const wordOf = (type: UndoOutcome['type'] | undefined): 'done' | 'overtaken' | 'nothing' =>
  type === 'taken-back' ? 'done' : type === 'overtaken' ? 'overtaken' : 'nothing';

// Yjs clears up formats by itself, and gives these transactions no origin.
const isMeant = ({ local, origin }: Y.Transaction): boolean => local && origin !== null;

interface LooseRow {
  [name: string]: unknown;
  strike(why: string): void;
  restore(): void;
}

interface LooseRows {
  byId(id: string): LooseRow;
  add(row: object): string;
  append(entry: object): string;
  move(id: string, to: object): void;
}

interface LooseDraft {
  [name: string]: unknown;
}

interface LooseSet {
  add(value: unknown): void;
  delete(value: unknown): void;
}

interface LooseText {
  readonly length: number;
  insert(at: number, text: string): void;
  delete(at: number, length: number): void;
  format(at: number, length: number, formats: object): void;
}

/** Does one part of an edit to a draft. */
function carryOut(draft: LooseDraft, part: ResolvedPart): void {
  const rows = draft[part.group] as LooseRows;
  switch (part.do) {
    case 'add-row':
      return part.added(rows.add(part.values));
    case 'append':
      return part.added(rows.append(part.values));
    case 'move':
      return rows.move(part.entity, part.after === undefined ? {} : { after: part.after });
    case 'strike':
      return rows.byId(part.entity).strike('entered in error');
    case 'restore':
      return rows.byId(part.entity).restore();
    case 'add':
    case 'erase':
    case 'format':
    case 'remove':
    case 'type':
    case 'write': {
      const target = part.entity === '' ? draft : rows.byId(part.entity);
      changeField(target, part);
    }
  }
}

function changeField(target: LooseDraft, part: Extract<ResolvedPart, { readonly path: string }>): void {
  if ('at' in part) {
    const text = target[part.name] as LooseText;
    if (part.do === 'type') text.insert(part.at, part.text);
    else if (part.do === 'erase') text.delete(part.at, part.length);
    else text.format(part.at, part.length, { [part.text]: true });
  } else if (part.do === 'write') target[part.name] = part.value;
  else if (part.do === 'add') (target[part.name] as LooseSet).add(part.value);
  else (target[part.name] as LooseSet).delete(part.value);
}
