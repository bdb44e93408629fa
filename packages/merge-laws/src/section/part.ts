import type { Json } from '@caseweave/record';

/**
 * One part of an edit of a section. Rows are named by their number among those that the writer sees, so that a history
 * can be cut and still be played; where there is none, the part is left out.
 */
export type Part =
  | { readonly do: 'write'; readonly field: string; readonly row?: number; readonly value: Json }
  | { readonly do: 'add' | 'remove'; readonly field: string; readonly row?: number; readonly value: Json }
  | {
      readonly do: 'type' | 'erase';
      readonly field: string;
      readonly row?: number;
      readonly at: number;
      readonly length: number;
    }
  | {
      readonly do: 'format';
      readonly field: string;
      readonly row?: number;
      readonly at: number;
      readonly length: number;
      readonly format: string;
    }
  | { readonly do: 'add-row'; readonly collection: string; readonly values: { readonly [name: string]: Json } }
  | { readonly do: 'append'; readonly log: string; readonly entry: { readonly [name: string]: Json } }
  | { readonly do: 'move'; readonly collection: string; readonly row: number; readonly after: number }
  | { readonly do: 'strike' | 'restore'; readonly collection: string; readonly row: number }
  | { readonly do: 'settle'; readonly question: number; readonly choose: number }
  /** A value that no field allows: the whole edit is to be refused. */
  | { readonly do: 'wrong'; readonly field: string; readonly row?: number };

/** What a person does to a section at once: all of it, or none. */
export type SectionEdit = readonly Part[];

/** A part in words. */
export function partWords(part: Part): string {
  const where = (field: string, row: number | undefined): string =>
    row === undefined ? field : `${field} of row ${row + 1}`;
  const quoted = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
  switch (part.do) {
    case 'write':
      return part.value === null
        ? `clears ${where(part.field, part.row)}`
        : `writes ${where(part.field, part.row)}: ${quoted(part.value)}`;
    case 'add':
      return `adds to ${where(part.field, part.row)}: ${quoted(part.value)}`;
    case 'remove':
      return `removes from ${where(part.field, part.row)}: ${quoted(part.value)}`;
    case 'type':
      return `types in ${where(part.field, part.row)}`;
    case 'erase':
      return `deletes from ${where(part.field, part.row)}`;
    case 'format':
      return `sets ${part.format} in ${where(part.field, part.row)}`;
    case 'add-row':
      return `adds a row to ${part.collection}${listed(part.values)}`;
    case 'append':
      return `adds an entry to ${part.log}${listed(part.entry)}`;
    case 'move':
      return `moves row ${part.row + 1} of ${part.collection}`;
    case 'strike':
      return `strikes row ${part.row + 1} of ${part.collection}`;
    case 'restore':
      return `restores a struck row of ${part.collection}`;
    case 'settle':
      return 'settles a question';
    case 'wrong':
      return `writes a wrong value in ${where(part.field, part.row)}`;
  }
}

const listed = (values: { readonly [name: string]: Json }): string => {
  const entries = Object.entries(values).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return entries.length === 0 ? '' : ` (${entries.join(', ')})`;
};
