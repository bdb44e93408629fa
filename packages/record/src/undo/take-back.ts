import { strikeField, type PlacedClaim } from '../entities/claim-index.ts';
import type { Claim, ClaimMeta } from '../claims/claim.ts';
import type { Entity } from '../entities/entity.ts';
import type { Editor } from '../edit/editor.ts';
import type { Writes } from '../edit/plan-writes.ts';
import { seenNow } from '../edit/seen.ts';
import type { ChangeNote } from '../outcomes.ts';
import type { AuthorOf } from '../authors.ts';
import { addendaPath, claimFieldAt } from '../schema/plan.ts';
import { buildRow } from '../view/row-builder.ts';
import { eachStretch } from '../yjs-internals.ts';
import { strikeOf, strikeSeeing } from '../view/strike.ts';
import { cellsOf, type Cell } from './cells.ts';
import type { Recorded } from './recorded.ts';
import { claimName, listed, rowName, takenBack, textName } from './undo-words.ts';

/** What taking an edit back comes to in one section: what is written, and in words what is and what is not taken back. */
export interface TakenBack {
  readonly editor: Editor;
  readonly writes: Writes;
  /** For each claim that is written, and then for each strike, the one that it writes again, if it does. */
  readonly originals: readonly (Claim | undefined)[];
  /** The texts in which typing is taken back. */
  readonly texts: ReadonlySet<string>;
  readonly notes: readonly ChangeNote[];
  readonly done: readonly string[];
  readonly left: readonly string[];
}

/** Who asks, and what of the section is theirs. */
export interface TakingBack {
  /** The clients under which this device wrote. */
  readonly clients: ReadonlySet<number>;
  /** What this device wrote again, by what it was before: it stands for what it was. */
  readonly heirs: WeakMap<Claim, Claim>;
  readonly authorOf: AuthorOf;
}

/**
 * Plans how to take an edit back. Only what still stands as it was written is taken back: it is deleted, and what it
 * superseded is written again. What anybody has changed since is theirs, and is left.
 */
export function planTakingBack(recorded: Recorded, { clients, heirs, authorOf }: TakingBack): TakenBack {
  const { editor } = recorded;
  const { index } = editor;
  const { resolver } = editor.viewer;
  const writes: Writes = { superseded: [], claims: [], texts: [], strikes: [] };
  const notes: ChangeNote[] = [];
  const claimsAgain: Claim[] = [];
  const strikesAgain: (Claim | undefined)[] = [];
  const texts = new Set<string>();
  const done: string[] = [];
  const left: string[] = [];
  const created = new Map<string, Entity>();

  for (const { field, entity: id } of recorded.added) {
    const entity = index.holder(field, id);
    if (entity !== undefined && field === entity.group.name && entity.group.kind !== 'section') {
      created.set(id, entity);
    }
  }
  for (const entity of created.values()) strikeOwn(entity);
  for (const cell of cellsOf(index.plan, recorded)) if (!created.has(cell.entity)) takeBackCell(cell);
  for (const name of recorded.texts.flatMap((change) => [...change.names])) takeBackText(name);
  return { editor, writes, originals: [...claimsAgain, ...strikesAgain], texts, notes, done, left };

  /** A row that this device added is struck, and so comes back whole if somebody has written in it unseen. */
  function strikeOwn(entity: Entity): void {
    const name = rowName(index, entity);
    const seen = seenNow(index, entity);
    const texting = seen.texts().flatMap((reading) => [...reading.seen.keys()]);
    const others = [...seen.cells.flat().map(({ client }) => client), ...texting].filter((one) => !clients.has(one));
    if (isHidden(entity)) left.push(`${name}, which was struck since`);
    else if (others.length > 0) left.push(`${name}, in which ${names(others)} wrote since`);
    else {
      writes.superseded.push(...entity.strikes);
      const value = strikeSeeing({ cells: seen.cells, texts: seen.texts() }, takenBack);
      writes.strikes.push({ id: entity.id, value, meta: editor.meta(undefined), seesOwnWrites: false });
      strikesAgain.push(undefined);
      note(entity, entity.group.name, entity.group.label, takenBack);
      done.push(name);
    }
  }

  function takeBackCell({ field, entity: id, added, removed }: Cell): void {
    const entity = index.holder(field, id);
    const [any] = [...added, ...removed];
    if (entity === undefined || any === undefined) return;
    const name = claimName(index, resolver, any);
    const standing = added.map(({ claim }) => heirOf(claim)).filter((claim) => index.claimAt(claim) === claim);
    const there = field === strikeField ? entity.strikes : cellNow(entity, any);
    if (field === addendaPath(entity.group)) {
      left.push(`what was added to ${rowName(index, entity)}, which stays as it was written`);
    } else if (field !== strikeField && isHidden(entity)) {
      left.push(`${name}, in what was struck since`);
    } else if (added.length > 0 ? standing.length === 0 : there.length > 0) {
      left.push(`${name}, which ${names(there.map(({ client }) => client))} changed since`);
    } else {
      writes.superseded.push(...standing);
      for (const one of removed) writeAgain(one, entity);
      noteCell(entity, field, standing, removed);
      done.push(name);
    }
  }

  function takeBackText(name: string): void {
    const [path = '', id = ''] = name.split('/');
    const entity = index.holder(path, id);
    if (entity === undefined || created.has(id) || texts.has(name)) return;
    if (isHidden(entity)) {
      left.push(`${textName(index, name)}, in what was struck since`);
      return;
    }
    texts.add(name);
    const label = entity.group.texts[index.plan.textPaths.get(path)?.slot ?? -1]?.label ?? path;
    note(entity, path, label, takenBack);
    done.push(textName(index, name));
  }

  function writeAgain({ claim, field, entity: id }: PlacedClaim, entity: Entity): void {
    const meta: ClaimMeta = { ...claim.meta, t: editor.now(), of: claim.meta.of ?? claim.client };
    if (field !== strikeField) {
      writes.claims.push([id, field, claim.value, meta]);
      claimsAgain.push(claim);
      return;
    }
    const strike = strikeOf(claim.value);
    if (strike === undefined) return;
    // What this device wrote in the row since was written knowing of the strike; what it wrote before was not. A strike
    // names one clock for each client: where it missed something earlier, what came since does not pass for seen either.
    const now = strikeSeeing(holding(entity), strike.why).saw;
    const saw = { ...strike.saw };
    for (const client of clients) {
      const last = now[client];
      const from =
        client === recorded.begun.client ? recorded.begun.clock : client === editor.doc.clientID ? 0 : Infinity;
      if (last === undefined || hasWritten(entity, client, saw[client] ?? -1, from)) continue;
      saw[client] = Math.max(last, saw[client] ?? -1);
    }
    writes.strikes.push({ id, value: { why: strike.why, saw }, meta, seesOwnWrites: false });
    strikesAgain.push(claim);
  }

  function holding(entity: Entity): Parameters<typeof strikeSeeing>[0] {
    const { cells, texts: readings } = seenNow(index, entity);
    return { cells, texts: readings() };
  }

  /** Whether anything in the entity is a client's, and was written after one clock and before another. */
  function hasWritten(entity: Entity, client: number, after: number, before: number): boolean {
    const isBetween = (clock: number): boolean => clock > after && clock < before;
    if (entity.cells.flat().some((claim) => claim.client === client && isBetween(claim.clock))) return true;
    let found = false;
    for (const { path } of entity.group.texts) {
      const text = index.textOf(path, entity.id);
      if (text === undefined) continue;
      eachStretch(text, (stretch) => {
        // A stretch that was begun before may go on after.
        const first = Math.max(stretch.clock, after + 1);
        if (stretch.client === client && first <= stretch.lastClock && isBetween(first)) found = true;
      });
    }
    return found;
  }

  function noteCell(entity: Entity, field: string, standing: readonly Claim[], removed: readonly PlacedClaim[]): void {
    const plan = claimFieldAt(index.plan, field);
    if (plan === undefined) {
      note(entity, entity.group.name, entity.group.label, standing.length > 0 ? 'restored' : 'entered in error again');
    } else if (plan.kind === 'set') {
      const value = resolver.words(plan, (standing[0] ?? removed[0]?.claim)?.value ?? null);
      note(entity, field, plan.label, `${removed.length > 0 ? 'added' : 'removed'} ${value}`);
    } else if (plan.kind === 'position') {
      note(entity, field, plan.label, 'moved back');
    } else {
      const back = plan.meaning.read(removed.map(({ claim }) => claim)).value;
      note(entity, field, plan.label, `back to ${resolver.words(plan, back)}`);
    }
  }

  function note({ id }: Entity, path: string, label: string, words: string): void {
    const change: ChangeNote = { entity: id, path, label, words };
    notes.push(change);
  }

  function cellNow(entity: Entity, { field, claim: { canonical } }: PlacedClaim): Entity['cells'][number] {
    const place = index.plan.claimPaths.get(field);
    const claims = entity.cells[place?.slot ?? -1] ?? [];
    return claimFieldAt(index.plan, field)?.kind === 'set'
      ? claims.filter((claim) => claim.canonical === canonical)
      : claims;
  }

  function heirOf(claim: Claim): Claim {
    const heir = heirs.get(claim);
    return heir === undefined ? claim : heirOf(heir);
  }

  function isHidden(entity: Entity): boolean {
    return buildRow(index, entity, undefined).struck.type === 'hidden';
  }

  function names(writers: readonly number[]): string {
    return listed(writers.map((client) => authorOf(client)?.name ?? 'somebody else')) || 'somebody else';
  }
}
