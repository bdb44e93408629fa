import type { Json } from '@caseweave/record';
import { indexOf } from '../answers/record-index.ts';
import { parseCommand } from '../commands/parse-command.ts';
import type { Directory, MemoryAuthority } from '../memory/authority.ts';
import type { Model } from '../model/model.ts';
import type { RecordState } from '../records/record-state.ts';
import { authorOf } from './author-of.ts';
import { replayBreaches, totalBreaches } from './fold-laws.ts';
import type { Step } from './history.ts';
import type { ModelBreach } from './law.ts';
import { pendingBreaches, shownOn } from './pending-law.ts';
import { resolved } from './resolved.ts';
import { rightsBreaches } from './rights-laws.ts';
import { factsBreaches, toldBreaches } from './told-laws.ts';

/** What became of a step. */
interface PlayedNow {
  readonly who: string | null;
  readonly json: Json;
  readonly outcome: string;
  readonly breaches: readonly ModelBreach[];
}

/** Gives a command as a step says it, and checks what holds after it. */
export function playStep(
  model: Model,
  authority: MemoryAuthority,
  directory: Directory,
  { decision: name, author, record: drawn, form }: Step,
  at: number,
  fresh: () => string,
): PlayedNow {
  const decision = model.decisions.get(name);
  if (decision === undefined) throw new TypeError(`There is no decision ${name}.`);
  const { people } = directory;
  const states = [...authority.states.values()];
  const ofKind = states.filter(({ kind }) => kind === decision.kind);
  const found = ofKind[drawn % Math.max(1, ofKind.length)]?.record;
  const record = decision.type === 'opening' || found === undefined ? fresh() : found;
  const before = authority.states.get(record);
  const near = before === undefined ? [] : (indexOf(model, before)?.people ?? []);
  const body = resolved(decision.form.valueKind, form, { directory, states, at, near, fresh });
  const json: Json = { ...(body as object), type: name, version: decision.version, record };
  const parsed = parseCommand(model, json);
  if (parsed.type === 'refused') return { who: null, json, outcome: parsed.refusal.code, breaches: [] };
  const { command } = parsed;
  deepFreeze(command.form);
  const by = author === null ? null : authorOf(model, authority, people, author, command, at);
  const who = by?.who.id ?? null;
  const breaches = [...totalBreaches(model, command, before, { who, at })];
  const shown = by === null ? null : shownOn(model, authority, by, json, before, at);
  const decided = authority.decide(who, json, at);
  if (decided.type === 'refused') return { who, json, outcome: decided.refusal.code, breaches };
  for (const state of authority.states.values()) deepFreeze(state);
  for (const state of touched(authority, decided.states)) {
    breaches.push(...rightsBreaches(model, authority, people, state, at));
    breaches.push(...factsBreaches(model, authority, directory, state, at));
  }
  for (const state of decided.states) breaches.push(...replayBreaches(model, authority, state));
  const [after] = decided.states;
  if (after !== undefined)
    breaches.push(...toldBreaches(model, authority, directory, { command, by, before, after, at }));
  if (by !== null && shown !== null) breaches.push(...pendingBreaches(model, authority, by, shown, decided.states, at));
  return { who, json, outcome: 'decided', breaches };
}

/** The records whose rights may be others now: those that were decided about, and those that they link to. */
function touched({ states }: MemoryAuthority, decided: readonly RecordState[]): readonly RecordState[] {
  const ids = new Set(decided.map(({ record }) => record));
  return [...states.values()].filter(
    ({ record, linkedFrom }) => ids.has(record) || linkedFrom.some((one) => ids.has(one.record)),
  );
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
}
