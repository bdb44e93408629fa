import type { LawFailure } from '../law-failure.ts';
import { laws } from '../laws.ts';

/** What a pasted test stands among. */
export interface TestSourceOptions {
  /** The module of the subject, as the test imports it, and the name that it exports. */
  readonly module: string;
  readonly export: string;
  /** The place of the subject in what is exported, where that is a list. */
  readonly place?: number;
  /** Whether the export is a section's schema, or a subject already. */
  readonly isSchema: boolean;
  /** The name under which the module exports what the kit is told beside the schema. */
  readonly options?: string;
  /** The runner that the test is for. */
  readonly runner: 'vitest' | 'node:test';
}

/** A broken law as the source of a test, which fails until the mistake is mended. */
export function testSource({ name, breach, history, causal }: LawFailure, around: TestSourceOptions): string {
  const { module, isSchema, options, runner } = around;
  const imported = options === undefined ? around.export : `${options}, ${around.export}`;
  const found = around.place === undefined ? around.export : `${around.export}[${around.place}]`;
  const given = options === undefined ? found : `${found}, ${options}`;
  const subject = isSchema ? `sectionSubject(${given})` : found;
  const settings = causal ? '' : ', { causal: false }';
  return `import { replayHistory${isSchema ? ', sectionSubject' : ''} } from '@caseweave/merge-laws';
import { test } from '${runner}';
import { ${imported} } from '${module}';

test('${quoted(`${name} keeps law ${breach.law}, ${laws[breach.law].name}`)}', () => {
  // ${oneLine(breach.says)}
  replayHistory(${subject}, ${source(history, 1)}${settings});
});
`;
}

const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** A value as source: short ones in a line. */
function source(value: unknown, depth: number): string {
  const short = inline(value);
  if (short.length <= 100 - depth * 2 && !(depth < 3 && short.length > 40)) return short;
  const indent = '  '.repeat(depth + 1);
  const end = '  '.repeat(depth);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => `${indent}${source(item, depth + 1)},\n`);
    return `[\n${items.join('')}${end}]`;
  }
  if (typeof value !== 'object' || value === null) return short;
  const members = Object.entries(value).map(
    ([name, member]) => `${indent}${key(name)}: ${source(member, depth + 1)},\n`,
  );
  return `{\n${members.join('')}${end}}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  // JSON's escapes are those of a string in the source too.
  if (typeof value === 'string') return `'${JSON.stringify(value).slice(1, -1).replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${key(name)}: ${inline(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${quoted(name)}'`);
