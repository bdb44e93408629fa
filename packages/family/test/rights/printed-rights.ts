import { earlyHelp } from '@caseweave/family';
import { type AnyKind, type Cell, cellCondition, cellLevel, rowOf } from '@caseweave/model';

const letters = { none: '-', read: 'r', append: 'a', write: 'w' } as const;

/** The rights table of the model, with what its seats and conditions mean, as the specification shows it. */
export const printedRights = (): string => [...earlyHelp.kinds.values()].map(printedKind).join('\n\n');

function printedKind(kind: AnyKind): string {
  const seats = Object.entries(kind.seats);
  const rows = earlyHelp.parts
    .filter((part) => part.kind === kind.name)
    .map((part) => {
      const cells = seats.map(([seat]) => printedCell(part.rights[seat] ?? 'none'));
      const always = part.always === undefined ? '' : `, ${part.always}`;
      return `| ${rowOf(part).replace('*', String.raw`\*`)}${always} | ${cells.join(' | ')} |`;
    });
  return [
    `Of a ${kind.name}:`,
    '',
    `| | ${seats.map(([seat]) => seat).join(' | ')} |`,
    `|---|${'---|'.repeat(seats.length)}`,
    ...rows,
    '',
    ...seats.map(([seat, { says }]) => `- ${seat}: who ${says}`),
    ...Object.entries(kind.conditions).map(([condition, { says }]) => `- *${condition}*: where ${says}`),
  ].join('\n');
}

function printedCell(cell: Cell): string {
  const condition = cellCondition(cell);
  return `${condition === undefined ? '' : `${condition} `}${letters[cellLevel(cell)]}`;
}
