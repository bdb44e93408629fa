import { extendedName, extensionOf } from '../fields/field-name.ts';
import { canonicalJson } from '../json.ts';
import type { FieldSummary, SchemaSummary } from './schema-summary.ts';

/** One difference between a released version of a schema and the one that is to come. */
export interface SchemaDifference {
  /** The field; empty for the section, and the name with its colon for an extension: `leeds:`. */
  readonly path: string;
  /** Whether devices of the two versions would lose work or show different things. */
  readonly breaking: boolean;
  /** What is different, and where it breaks what to do instead. */
  readonly words: string;
}

/**
 * Compares a schema with a version of it that was released: fields are added, never repurposed.
 *
 * What validators let pass cannot be compared; open the documents of the released version with the new schema for that.
 */
export function compareSchemas(released: SchemaSummary, next: SchemaSummary): readonly SchemaDifference[] {
  const found: SchemaDifference[] = [...compareVersions(released, next)];
  for (const [path, before] of Object.entries(released.fields)) {
    const after = Object.hasOwn(next.fields, path) ? next.fields[path] : undefined;
    if (after === undefined) {
      found.push(breaks(path, 'is gone: keep the field, and leave it off your screens if it is no longer wanted'));
    } else {
      found.push(...compareFields(path, before, after));
    }
  }
  const added = Object.entries(next.fields).filter(([path]) => !Object.hasOwn(released.fields, path));
  for (const [path] of added) {
    const owner = ownerOf(path);
    const before = versionOf(released, owner);
    found.push(
      before === undefined || (versionOf(next, owner) ?? 0) > before
        ? { path, breaking: false, words: 'is new' }
        : breaks(path, 'is new, but the version is not: raise the version with every field'),
    );
  }
  return found;
}

/** The extension that a path belongs to, which is that of its last part that names one; undefined for the section. */
const ownerOf = (path: string): string | undefined =>
  path
    .split('.')
    .flatMap((name) => extensionOf(name) ?? [])
    .at(-1);

const versionOf = ({ version, extensions = {} }: SchemaSummary, extension: string | undefined): number | undefined =>
  extension === undefined ? version : Object.hasOwn(extensions, extension) ? extensions[extension]?.version : undefined;

function compareVersions(released: SchemaSummary, next: SchemaSummary): readonly SchemaDifference[] {
  const found: SchemaDifference[] = [];
  if (released.section !== next.section) {
    found.push(breaks('', `is called ${next.section} and was ${released.section}: a section keeps its name`));
  }
  found.push(...compareWriters('', released, next));
  const { extensions = {} } = next;
  for (const [name, before] of Object.entries(released.extensions ?? {})) {
    const after = Object.hasOwn(extensions, name) ? extensions[name] : undefined;
    const path = extendedName(name, '');
    if (after === undefined)
      found.push(breaks(path, 'is gone: keep the extension, and leave its fields off your screens'));
    else found.push(...compareWriters(path, before, after));
  }
  return found;
}

type Versions = Pick<SchemaSummary, 'version' | 'oldestWriter'>;

function compareWriters(path: string, released: Versions, next: Versions): readonly SchemaDifference[] {
  const found: SchemaDifference[] = [];
  if (next.version < released.version) {
    found.push(breaks(path, `has version ${next.version}, below the released ${released.version}: versions only rise`));
  }
  if (next.oldestWriter < released.oldestWriter) {
    found.push(breaks(path, `lets version ${next.oldestWriter} write again, which may be why it was shut out`));
  }
  if (next.oldestWriter > released.oldestWriter) {
    const words = `versions below ${next.oldestWriter} may only read from now on`;
    found.push({ path, breaking: false, words });
  }
  return found;
}

function compareFields(path: string, before: FieldSummary, after: FieldSummary): readonly SchemaDifference[] {
  if (before.kind !== after.kind) {
    return [breaks(path, `was a ${before.kind} and is a ${after.kind}: add a new field, and keep this one as it was`)];
  }
  const found: SchemaDifference[] = [];
  const differs = (name: 'standing' | 'order' | 'exclusive' | 'target'): boolean =>
    canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null);
  if (differs('standing') || differs('order')) {
    found.push(
      breaks(path, 'has another rule for what stands: devices of the two versions would show different values'),
    );
  }
  if (differs('exclusive')) {
    found.push(breaks(path, 'has other exclusive values: devices of the two versions would show different sets'));
  }
  if (differs('target')) found.push(breaks(path, 'refers to other rows: add a new field'));
  found.push(...compareSteps(path, before.steps, after.steps), ...compareFormats(path, before.formats, after.formats));
  if (before.label !== after.label) {
    found.push({ path, breaking: false, words: `is called "${after.label}" on the screen, and was "${before.label}"` });
  }
  return found;
}

type Steps = FieldSummary['steps'];

function compareSteps(path: string, before: Steps = [], after: Steps = []): readonly SchemaDifference[] {
  const placeIn = (steps: NonNullable<Steps>, state: string): number => steps.findIndex((step) => step.includes(state));
  const known = before.flat();
  const gone = known.filter((state) => placeIn(after, state) < 0);
  if (gone.length > 0) return [breaks(path, `no longer has the state ${gone.join(', ')}: keep the states there are`)];
  const moved = known.some((one) =>
    known.some(
      (other) =>
        Math.sign(placeIn(before, one) - placeIn(before, other)) !==
        Math.sign(placeIn(after, one) - placeIn(after, other)),
    ),
  );
  if (moved) return [breaks(path, 'has its states in another order: which of two is further would change')];
  const more = after.flat().filter((state) => !known.includes(state));
  return more.length === 0 ? [] : [{ path, breaking: false, words: `has a new state: ${more.join(', ')}` }];
}

function compareFormats(
  path: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
): readonly SchemaDifference[] {
  const gone = before.filter((format) => !after.includes(format));
  if (gone.length > 0) return [breaks(path, `no longer shows ${gone.join(', ')}: formats in texts would disappear`)];
  const more = after.filter((format) => !before.includes(format));
  return more.length === 0 ? [] : [{ path, breaking: false, words: `may be formatted as ${more.join(', ')}` }];
}

const breaks = (path: string, words: string): SchemaDifference => ({ path, breaking: true, words });
