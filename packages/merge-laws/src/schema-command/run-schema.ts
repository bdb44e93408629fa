import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { compareSchemas, schemaMarkdown, schemaSummary, type SectionSchema } from '@caseweave/record';
import { loadSchemas } from './load-schemas.ts';
import { keepReleased, releasedVersions } from './released-schemas.ts';

/** How the schema command is used. */
const schemaUsage = `Usage: caseweave-laws schema <module> [options]

Looks at every section that a module exports.

  --print             prints it as documentation (Markdown)
  --released FOLDER   compares it with the released versions that are kept there
  --keep              keeps it there as released, under its version
  --help              this

Ends with 0 if devices of all versions get on, 1 if a difference breaks something, 2 if nothing could be compared.`;

/** What the schema command writes to, and where it works. */
export interface SchemaCommandContext {
  readonly write: (text: string) => void;
  readonly folder: string;
}

/** The command `caseweave-laws schema`. Gives its exit code. */
export async function runSchema(given: readonly string[], { write, folder }: SchemaCommandContext): Promise<number> {
  const asked = readSchemaArguments(given);
  if (typeof asked === 'string') {
    write(`${asked}\n\n${schemaUsage}\n`);
    return 2;
  }
  if (asked.help) {
    write(`${schemaUsage}\n`);
    return 0;
  }
  let schemas: readonly SectionSchema[];
  try {
    schemas = await loadSchemas(asked.module, folder);
  } catch (error) {
    write(`${asked.module} cannot be used: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  if (schemas.length === 0) {
    write('There is no section: export what defineSection gave.\n');
    return 2;
  }
  if (asked.print) for (const schema of schemas) write(`${schemaMarkdown(schema)}\n`);
  if (asked.released === undefined) return 0;
  const released = resolve(folder, asked.released);
  const broken = schemas.filter((schema) => !getsOn(schema, released, asked.keep, write));
  return broken.length > 0 ? 1 : 0;
}

interface SchemaArguments {
  readonly module: string;
  readonly released: string | undefined;
  readonly keep: boolean;
  readonly print: boolean;
  readonly help: boolean;
}

/** What was asked for, or what is wrong with it. */
function readSchemaArguments(given: readonly string[]): SchemaArguments | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        released: { type: 'string' },
        keep: { type: 'boolean' },
        print: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { released, keep = false, print = false, help = false } = parsed.values;
  const [module] = parsed.positionals;
  if (help) return { module: '', released, keep, print, help };
  if (module === undefined || parsed.positionals.length > 1) return 'Name the one module that exports the sections.';
  if (keep && released === undefined) return 'Say with --released where released versions are kept.';
  if (!print && released === undefined) return 'Say what to do: --print, or --released FOLDER.';
  return { module, released, keep, print, help };
}

function getsOn(schema: SectionSchema, folder: string, keep: boolean, write: (text: string) => void): boolean {
  const summary = schemaSummary(schema);
  const versions = releasedVersions(folder, summary.section);
  let breaks = 0;
  for (const version of versions) {
    for (const { path, breaking, words } of compareSchemas(version, summary)) {
      if (breaking) breaks += 1;
      const name = path === '' ? summary.section : `${summary.section}: ${path}`;
      write(`${breaking ? 'BREAKS ' : '       '}${name} ${words} (since version ${version.version})\n`);
    }
  }
  write(`${summary.section}: version ${summary.version}, ${breaks === 0 ? 'gets on with' : 'does not get on with'} `);
  write(versions.length === 0 ? 'no released version yet\n' : `${versions.length} released\n`);
  if (!keep || breaks > 0) return breaks === 0;
  if (keepReleased(folder, summary)) return true;
  write(`${summary.section}: version ${summary.version} is kept already, and differs: raise the version.\n`);
  return false;
}
