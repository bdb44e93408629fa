import type { Json, Question, SectionSchema } from '@caseweave/record';
import { allLaws, type Law } from '../laws.ts';
import type { Fact, NewFact } from '../oracle/ledger.ts';
import { receiveUpdates } from '../play/receive-updates.ts';
import type { LawFinding, EditMoment, EditResult, Setting, Subject } from '../subject.ts';
import { cellName, cellOf, expectationOf, strikePath } from './expectation.ts';
import { judgeSection } from './judge-section.ts';
import { laterVersionsOf, type LaterVersions } from './later-versions.ts';
import { outlineOf, type Outline, type ValuePools } from './outline.ts';
import { partWords, type Part, type SectionEdit } from './part.ts';
import { openRecordReplica, type RecordReplica } from './record-replica.ts';
import { resolveEdit } from './resolve.ts';
import { SectionEdits } from './section-edits.ts';
import { expectedOf } from './standing.ts';
import { UndoModel } from './undo-model.ts';

/** Something that must hold in every view. */
export interface Rule {
  readonly name: string;
  holds(view: unknown): boolean;
}

/** What the kit may be told of a section beside its schema. */
export interface SectionLawOptions {
  /** Two or three values by path, for fields whose validators let pass what cannot be guessed. */
  readonly values?: ValuePools;
  /** Rules of the developer's own, which law 6 then holds in every view. */
  readonly rules?: readonly Rule[];
  /** Other versions that replicas may run; without any, some are made up: one extended, and a next one with more fields, codes and states. */
  readonly versions?: readonly SectionSchema[];
  /** Opens replicas of another make. */
  readonly open?: (schema: SectionSchema, setting: Setting) => RecordReplica;
  /** Makes one update of those that a replica stored, in another way than by loading and encoding them. */
  readonly compact?: (updates: readonly Uint8Array[]) => Uint8Array;
}

/** A section of records as what the laws are checked of. */
export function sectionSubject(
  schema: SectionSchema,
  options: SectionLawOptions = {},
): Subject<SectionEdit, RecordReplica> {
  const values = options.values ?? {};
  const given = [schema, ...(options.versions ?? [])];
  const asGiven = given.map((each) => outlineOf(each, values));
  const madeUp =
    asGiven[0] === undefined || options.versions !== undefined ? none : laterVersionsOf(schema, asGiven[0]);
  const schemas = [...given, ...madeUp.schemas];
  const outlines = [...asGiven, ...madeUp.schemas.map((each) => outlineOf(each, { ...values, ...madeUp.values }))];
  const widest = outlines.reduce((wide, other) => (other.fields.size > wide.fields.size ? other : wide));
  const [declared = widest] = outlines;
  const versionOf = new Map<RecordReplica, Outline>();
  const undoOf = new WeakMap<RecordReplica, UndoModel>();
  const outlineFor = (replica: RecordReplica): Outline => versionOf.get(replica) ?? declared;
  const open = options.open ?? openRecordReplica;
  const { compact } = options;
  return {
    type: 'subject',
    name: schema.name,
    laws: allLaws,
    versions: schemas.length,
    source: new SectionEdits(widest),
    open(setting) {
      const replica = open(schemas[setting.version] ?? schema, setting);
      versionOf.set(replica, outlines[setting.version] ?? declared);
      if (setting.undoes) undoOf.set(replica, new UndoModel());
      const { close } = replica;
      return Object.assign(replica, {
        close: () => {
          versionOf.delete(replica);
          close();
        },
      });
    },
    edit: (replica, edit, moment) =>
      remembered(editSection(outlineFor(replica), replica, edit, moment), moment.number, undoOf.get(replica)),
    undo: (replica, moment) =>
      undoOf.get(replica)?.reverse('undo', replica, outlineFor(replica), moment) ?? { type: 'skipped' },
    redo: (replica, moment) =>
      undoOf.get(replica)?.reverse('redo', replica, outlineFor(replica), moment) ?? { type: 'skipped' },
    form: (replica) => replica.view(),
    view: (replica) => replica.view(),
    questions: (replica) => replica.questions().map(withoutTimes),
    kept: (replica, cell) => keptIn(outlineFor(replica), replica, cell),
    *judge(replica, judging) {
      const view = replica.view();
      yield* judgeSection(outlineFor(replica), view, replica.questions(), judging);
      // Of versions that are made up the developer's rules know nothing.
      const isMadeUp = !given.includes(outlineFor(replica).schema);
      if (!isMadeUp) yield* judgeRules(options.rules ?? [], view);
    },
    isOfLaterVersion: (path) => {
      const { path: field } = cellName(path);
      return !declared.fields.has(field) && widest.fields.has(field);
    },
    isOwn: (replica, transaction) => replica.isOwn(transaction),
    receive(replica, updates, grouping) {
      if (replica.receive === undefined) receiveUpdates(replica.doc, updates, grouping);
      else replica.receive(updates, grouping);
    },
    ...(compact !== undefined && { compact: (updates: readonly Uint8Array[]) => compact(updates) }),
    words: (edit) => edit.map(partWords).join(', and '),
  };
}

const none: LaterVersions = { schemas: [], values: {} };

function remembered(outcome: EditResult, number: number, model: UndoModel | undefined): EditResult {
  if (model === undefined || outcome.type !== 'accepted') return outcome;
  const { adds, removes } = outcome;
  if (adds.length + removes.length === 0) return outcome;
  return { ...outcome, noted: (facts) => model.remember({ number, adds: facts, removes }) };
}

function editSection(outline: Outline, replica: RecordReplica, edit: SectionEdit, moment: EditMoment): EditResult {
  const [first] = edit;
  if (first?.do === 'settle') return settleSection(outline, replica, first, moment);
  const resolved = resolveEdit(outline, edit, moment, (entity, path) => replica.characters(entity, path));
  const { parts, adds, removes, isWrong } = resolved;
  if (parts.length === 0) return { type: 'skipped' };
  const outcome = replica.edit(parts, moment.form);
  if (outcome.type === 'refused') return { type: 'refused' };
  if (isWrong) return { type: 'broken', law: 6, says: 'a value that no field allows was accepted' };
  if (outcome.type === 'edited') notePlaces(outline, outcome.changes, moment, adds, removes);
  const misplaced = moment.form === undefined ? misplacedRow(parts, replica.view()) : undefined;
  return misplaced === undefined ? { type: 'accepted', adds, removes } : { type: 'broken', ...misplaced };
}

// Which rows a move writes is the library's affair: it says so itself.
function notePlaces(
  outline: Outline,
  changes: readonly { readonly entity: string; readonly path: string }[],
  { ledger, basis, number }: EditMoment,
  adds: NewFact[],
  removes: Fact[],
): void {
  for (const { entity, path } of changes) {
    if (![...outline.groups.values()].some(({ position }) => position === path)) continue;
    const cell = cellOf(path, entity);
    removes.push(...ledger.live(basis, cell));
    adds.push({ cell, value: number });
  }
}

function misplacedRow(parts: readonly object[], view: unknown): LawFinding | undefined {
  const [move, ...others] = parts as readonly { do: string; group: string; entity: string; after?: string }[];
  if (move?.do !== 'move' || others.length > 0) return undefined;
  const rows = (view as { readonly [name: string]: readonly { readonly id: string }[] })[move.group] ?? [];
  const ids = rows.map(({ id }) => id);
  const expected = move.after === undefined ? 0 : ids.indexOf(move.after) + 1;
  if (ids[expected] === move.entity) return undefined;
  return { law: 2, says: `a row of ${move.group} is not where it was put`, path: move.group, expected, found: ids };
}

function settleSection(
  outline: Outline,
  replica: RecordReplica,
  part: Extract<Part, { readonly do: 'settle' }>,
  moment: EditMoment,
): EditResult {
  const questions = replica.questions();
  const question = questions[part.question % Math.max(1, questions.length)];
  if (question === undefined) return { type: 'skipped' };
  const { entity, path } = question;
  const { ledger, now } = moment;
  const expectation = expectationOf(outline, ledger, now);
  if (question.kind === 'struck') {
    const strikes = ledger.live(now, cellOf(strikePath, entity));
    const answer = part.choose % 2 === 0 ? 'restore' : 'strike';
    const outcome = replica.settle(question.id, answer);
    if (outcome.type === 'refused') return { type: 'refused' };
    const adds =
      answer === 'strike'
        ? [{ cell: cellOf(strikePath, entity), value: 'entered in error', note: { saw: now.copy() } }]
        : [];
    return { type: 'accepted', adds, removes: strikes };
  }
  const field = outline.fields.get(path);
  if (field === undefined) return { type: 'skipped' };
  const facts = expectation.understood(field, entity);
  const values = expectedOf(field, facts, true).asked.map(({ value }) => value);
  const value = values[part.choose % Math.max(1, values.length)] ?? question.standing;
  const outcome = replica.settle(question.id, value);
  if (outcome.type === 'refused') return { type: 'refused' };
  return { type: 'accepted', adds: [{ cell: cellOf(path, entity), value }], removes: facts };
}

function keptIn(outline: Outline, replica: RecordReplica, cell: string): readonly Json[] | undefined {
  const { path, entity } = cellName(cell);
  const field = outline.fields.get(path);
  if (field?.kind === 'text' || field?.kind === 'rich-text') return Array.from(replica.characters(entity, path));
  // Places are the library's own, and what only a later version knows cannot be asked of this one.
  const isAskable = field !== undefined || (path !== '' && outline.groups.has(path));
  return isAskable ? replica.values(entity, path) : undefined;
}

function* judgeRules(rules: readonly Rule[], view: unknown): Iterable<LawFinding> {
  for (const rule of rules)
    if (!rule.holds(view)) yield { law: 6 satisfies Law, says: `this rule does not hold: ${rule.name}` };
}

const withoutTimes = ({ claims, ...question }: Question): unknown => ({
  ...question,
  claims: claims.map(({ at: _at, ...claim }) => claim),
});
