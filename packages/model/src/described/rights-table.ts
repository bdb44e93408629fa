import type { Cell, RightsRow } from '../rights/cell.ts';
import type { KindSummary } from './kind-summary.ts';
import type { ModelSummary } from './model-summary.ts';

/** The rights table of a kind as Markdown: a row a section, a column a seat, and what stands behind each word. */
export function rightsTable(
  { sections }: ModelSummary,
  name: string,
  { seats, conditions }: KindSummary,
): readonly string[] {
  const rows = Object.entries(sections).filter(([, { kind }]) => kind === name);
  const columns = Object.keys(seats);
  const named = Object.keys(conditions).filter((condition) =>
    rows.some(
      ([, { rights, always }]) => always === condition || columns.some((seat) => isOn(rights[seat], condition)),
    ),
  );
  const always = rows.flatMap(([row, section]) =>
    section.always === null ? [] : [`\`${row}\`, whatever a cell says: where ${conditions[section.always] ?? ''}.`],
  );
  return [
    ...columns.map((seat) => `- **${seat}**: who ${seats[seat] ?? ''}`),
    '',
    ...(rows.length === 0
      ? []
      : [
          `| Section | ${columns.join(' | ')} |`,
          `|---|${columns.map(() => '---|').join('')}`,
          ...rows.map(
            ([row, { rights }]) => `| \`${row}\` | ${columns.map((seat) => cellWords(rights, seat)).join(' | ')} |`,
          ),
          '',
        ]),
    ...named.map((condition) => `- *${condition}*: where ${conditions[condition] ?? ''}`),
    ...always.map((sentence) => `- ${sentence}`),
    ...(named.length + always.length === 0 ? [] : ['']),
  ];
}

const isOn = (cell: Cell | undefined, condition: string): boolean =>
  typeof cell === 'object' && cell.when === condition;

const cellWords = (rights: RightsRow, seat: string): string => {
  const cell = rights[seat] ?? 'none';
  if (typeof cell === 'object') return `${cell.level}, *${cell.when}*`;
  return cell === 'none' ? '' : cell;
};
