import { restamp, type Restamped, type SectionId } from '@caseweave/protocol';
import * as Y from 'yjs';
import type { CaseloadCore } from '../core.ts';
import { buildBase } from '../documents/build-document.ts';
import type { StoreChange } from '../stored/change.ts';
import { type EditEntry, type EditPart, partsOf, type SectionRow } from '../stored/rows.ts';
import type { Clients } from './clients.ts';
import type { Stopped } from './freeze.ts';
import type { Intake } from './intake.ts';

type Follower = EditEntry & { readonly batch: number };

/**
 * Finds what can go on although it followed something that was not taken, and gives it new ids: the changes of the store
 * with each such entry in its new form, in place of its attention.
 *
 * An entry that the server may yet take as it was is left alone, or it would be there twice.
 */
export async function restampFollowers(
  core: CaseloadCore,
  clients: Clients,
  { changes, stopped, shut }: Pick<Intake, 'changes' | 'stopped' | 'shut'>,
): Promise<readonly StoreChange[]> {
  let followers = certain(stopped).filter(({ batch }) => !core.mirror.isNeeded(batch));
  const sections = new Set(followers.flatMap(({ parts }) => parts.map(({ section }) => section)));
  const targets = new Map<SectionId, RestampTarget>();
  for (const section of sections) {
    const target = shut.has(section) ? null : await restampTarget(core, clients, changes, section);
    if (target !== null) targets.set(section, target);
  }
  // What is lost in one section is lost in all, and with it what hangs on it there.
  for (;;) {
    const results = resultsIn(targets, stopped, followers);
    const left = followers.filter((entry) => entry.parts.every((part) => isStanding(results.get(part))));
    if (left.length === followers.length) {
      for (const { base } of targets.values()) base.destroy();
      return withFollowers(changes, followers, results);
    }
    followers = left;
  }
}

/**
 * The edits that followed and that the server cannot have taken: they share a clientID, in a section, with one that was
 * not taken and came before; or they only delete, which may be done twice.
 */
function certain(stopped: readonly Stopped[]): readonly Follower[] {
  const finished = new Set<string>();
  const followers: Follower[] = [];
  for (const { entry, attention } of stopped) {
    const written = partsOf(entry).flatMap(({ section, update }) =>
      clientsOf(update).map((client) => `${section} ${client}`),
    );
    const isFollower = attention.code === 'followed' && entry.kind === 'edit';
    if (isFollower && written.length > 0 && !written.some((one) => finished.has(one))) continue;
    for (const one of written) finished.add(one);
    if (isFollower) followers.push(entry);
  }
  return followers;
}

/** A section to restamp in. */
interface RestampTarget {
  readonly row: SectionRow;
  readonly base: Y.Doc;
  readonly client: number;
}

/** The section as the store will have it once the changes are made; null where nothing can be restamped in it. */
async function restampTarget(
  core: CaseloadCore,
  clients: Clients,
  changes: readonly StoreChange[],
  section: SectionId,
): Promise<RestampTarget | null> {
  let row = core.mirror.sections.get(section) ?? null;
  let rows = await core.options.store.base(section);
  for (const change of changes) {
    if (change.type === 'section' && change.section.section === section) row = change.section;
    if (change.type === 'drop-section' && change.section === section) row = null;
    if (change.type === 'clear-base' && change.section === section) rows = [];
    if (change.type === 'base' && change.section === section)
      rows = [...rows, ...change.updates.map((update) => ({ row: 0, update }))];
  }
  const client = row === null ? null : clients.unless(row.closed);
  if (row === null || client === null || row.pending) return null;
  const built = buildBase(rows);
  return built.type === 'damaged' ? null : { row, base: built.doc, client };
}

/** Restamps the parts of each section, in the order of their entries. */
function resultsIn(
  targets: ReadonlyMap<SectionId, RestampTarget>,
  stopped: readonly Stopped[],
  followers: readonly Follower[],
): ReadonlyMap<EditPart, Restamped> {
  const surviving = new Set(followers.map(({ batch }) => batch));
  const results = new Map<EditPart, Restamped>();
  for (const [section, { row, base, client }] of targets) {
    const parts = stopped.flatMap(({ entry }) =>
      partsOf(entry)
        .filter((part) => part.section === section && part.epoch === row.epoch)
        .map((part) => ({ part, update: part.update, survives: surviving.has(entry.batch) })),
    );
    for (const [at, result] of restamp({ base, updates: parts, client }).entries()) {
      const part = parts[at]?.part;
      if (part !== undefined) results.set(part, result);
    }
  }
  return results;
}

const isStanding = (result: Restamped | undefined): boolean => result !== undefined && result.type !== 'lost';

/** The changes with the followers in their new form. One that has nothing left to do is done. */
function withFollowers(
  changes: readonly StoreChange[],
  followers: readonly Follower[],
  results: ReadonlyMap<EditPart, Restamped>,
): readonly StoreChange[] {
  const going = new Set(followers.map(({ batch }) => batch));
  const kept = changes.filter((change) => change.type !== 'attend' || !going.has(change.batch));
  const anew = followers.flatMap((entry): StoreChange[] => {
    const parts = entry.parts.flatMap((part): EditPart[] => {
      const result = results.get(part);
      return result?.type === 'restamped' ? [{ ...part, update: result.update }] : [];
    });
    const { kind, record, at, needs } = entry;
    const removed: StoreChange = { type: 'remove', batch: entry.batch };
    // Its old number is spent: the server may have answered it.
    return parts.length === 0
      ? [removed]
      : [removed, { type: 'append', entry: { kind, record, at, needs, parts, attention: null } }];
  });
  return [...kept, ...anew];
}

function clientsOf(update: Uint8Array): readonly number[] {
  try {
    return Array.from(Y.parseUpdateMeta(update).to.keys());
  } catch {
    // Its bytes are damaged on this device.
    return [];
  }
}
