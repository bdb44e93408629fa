import type { DeltaInsert } from '@caseweave/record';

/** What a line of a formatted text is. */
type LineKind = 'paragraph' | 'heading' | 'quotation' | 'bullet' | 'ordered';

/** A line with its words, as they are formatted. */
export interface RichLine {
  readonly kind: LineKind;
  readonly spans: readonly DeltaInsert[];
}

/** Lines of one kind that belong together: a list, or lines one by one. */
export interface RichBlock {
  readonly kind: LineKind;
  readonly lines: readonly RichLine[];
}

/** The lines of a formatted text; the break at the end of a line says what the line is. */
export function linesOf(delta: readonly DeltaInsert[]): readonly RichLine[] {
  const lines: RichLine[] = [];
  let spans: DeltaInsert[] = [];
  for (const { insert, attributes } of delta) {
    for (const [index, words] of insert.split('\n').entries()) {
      if (index > 0) {
        lines.push({ kind: kindOf(attributes ?? {}), spans });
        spans = [];
      }
      if (words !== '') spans.push(attributes === undefined ? { insert: words } : { insert: words, attributes });
    }
  }
  if (spans.length > 0) lines.push({ kind: 'paragraph', spans });
  return lines.filter((line) => line.spans.length > 0);
}

/** Puts the neighbouring lines of a list together. */
export function blocksOf(lines: readonly RichLine[]): readonly RichBlock[] {
  const blocks: { kind: LineKind; lines: RichLine[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const isList = line.kind === 'bullet' || line.kind === 'ordered';
    if (isList && last?.kind === line.kind) last.lines.push(line);
    else blocks.push({ kind: line.kind, lines: [line] });
  }
  return blocks;
}

function kindOf(attributes: NonNullable<DeltaInsert['attributes']>): LineKind {
  if (attributes['list'] === 'ordered') return 'ordered';
  if (attributes['list'] !== undefined) return 'bullet';
  if (attributes['header'] !== undefined) return 'heading';
  return attributes['blockquote'] === true ? 'quotation' : 'paragraph';
}
