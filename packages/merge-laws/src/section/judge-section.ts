import type { Json, Question } from '@caseweave/record';
import type { LawFinding, OracleState } from '../subject.ts';
import { firstDifference } from '../play/difference.ts';
import { byText, canonicalText } from '../values/canonical.ts';
import { cellOf, distinct, expectationOf, type Expectation } from './expectation.ts';
import type { FieldOutline, GroupOutline, Outline } from './outline.ts';
import { isTargetUncertain, withoutAbsent } from './references.ts';
import { judgeUnshown } from './judge-unshown.ts';
import { expectedOf, withoutExclusive } from './standing.ts';
import type { Fact } from '../oracle/ledger.ts';

interface Members {
  readonly [name: string]: unknown;
}

/** Holds what a section shows and asks to what the ledger says it must. */
export function* judgeSection(
  outline: Outline,
  shown: unknown,
  questions: readonly Question[],
  { ledger, known }: OracleState,
): Iterable<LawFinding> {
  const expectation = expectationOf(outline, ledger, known);
  const asked = new Map<string, readonly Fact[]>();
  const uncertain = new Set<string>();
  const view = shown as Members;
  for (const group of outline.groups.values()) {
    if (group.kind === 'section') {
      yield* judgeFields(expectation, group, '', view, asked);
      yield* judgeUnshown(expectation, group, '', view);
      continue;
    }
    const rows = view[group.name] as readonly Members[];
    yield* judgeRows(expectation, group, rows, uncertain);
    for (const row of rows) {
      const id = String(row['id']);
      if (group.kind === 'log') yield* judgeEntry(expectation, group, id, row);
      else yield* judgeFields(expectation, group, id, row, asked);
      yield* judgeUnshown(expectation, group, id, row);
      const status = expectation.status(group, id);
      if (status === 'missed') asked.set(cellOf(group.name, id), []);
    }
  }
  yield* judgeQuestions(questions, asked, uncertain);
}

function* judgeRows(
  expectation: Expectation,
  group: GroupOutline,
  rows: readonly Members[],
  uncertain: Set<string>,
): Iterable<LawFinding> {
  const path = group.name;
  const ids = rows.map(({ id }) => String(id));
  for (const entity of expectation.entitiesOf(path))
    if (expectation.status(group, entity) === 'uncertain') uncertain.add(cellOf(path, entity));
  const expected = expectation.shownRows(path);
  const missing = expected.find((id) => !ids.includes(id));
  if (missing !== undefined)
    yield {
      law: 2,
      says: `the row ${missing} of ${path} is not shown, and nobody who had seen all of it struck it`,
      path,
      expected,
      found: ids,
    };
  const extra = ids.find((id) => !expected.includes(id) && !uncertain.has(cellOf(path, id)));
  if (extra !== undefined)
    yield {
      law: 3,
      says: `${path} shows the row ${extra}, which nobody added, or which was struck`,
      path,
      expected,
      found: ids,
    };
  if (new Set(ids).size < ids.length) yield { law: 3, says: `${path} shows a row twice`, path, expected, found: ids };
  const byDate = group.fields.find(({ name }) => group.kind === 'log' && name === 'occurredOn');
  if (group.position === undefined) {
    const key = (row: Members): string =>
      `${byDate === undefined ? '' : String(row[byDate.name])} ${String(row['id'])}`;
    const ordered = rows.toSorted((a, b) => byText(key(a), key(b))).map(({ id }) => String(id));
    if (ordered.some((id, at) => ids[at] !== id))
      yield { law: 5, says: `the rows of ${path} are out of order`, path, expected: ordered, found: ids };
  }
}

function* judgeFields(
  expectation: Expectation,
  group: GroupOutline,
  entity: string,
  row: Members,
  asked: Map<string, readonly Fact[]>,
): Iterable<LawFinding> {
  for (const field of group.fields) {
    const isText = field.kind === 'text' || field.kind === 'rich-text';
    const facts = isText ? expectation.live(field.path, entity) : expectation.understood(field, entity);
    if (isText) {
      yield* judgeText(field, entity, facts, row[field.name]);
      continue;
    }
    const isAll = facts.length === expectation.live(field.path, entity).length;
    const isUnwritten = facts.length === 0 && isAll;
    if (isUnwritten && (row[field.name] === null || expectation.outline.schema.upgrades !== undefined)) continue;
    const { shown, asked: rivals } = expectedOf(field, facts, isAll);
    if (rivals.length > 0) asked.set(cellOf(field.path, entity), rivals);
    if (isTargetUncertain(field, expectation)) continue;
    const expected = withoutAbsent(field, shown, expectation);
    if (facts.length > 0 || isAll) yield* judgeValue(field, entity, expected, row[field.name], facts);
    else yield* judgeUnreadable(field, entity, expected, row[field.name]);
  }
}

/** Where only a later version wrote: nothing shows, and nothing that anybody could take for a value. */
function* judgeUnreadable(field: FieldOutline, entity: string, expected: Json, found: unknown): Iterable<LawFinding> {
  if (firstDifference(expected, found) === undefined) return;
  const says = `${field.path} shows a value where only a later version wrote one`;
  yield { law: 9, says, path: cellOf(field.path, entity), expected, found };
}

function* judgeValue(
  field: FieldOutline,
  entity: string,
  expected: Json,
  found: unknown,
  facts: readonly Fact[],
): Iterable<LawFinding> {
  if (firstDifference(expected, found) === undefined) return;
  const path = cellOf(field.path, entity);
  if (field.kind === 'set' && Array.isArray(found)) {
    const members = (found as readonly Json[]).map(canonicalText);
    const others = members.filter((text) => !field.exclusive.has(text));
    if (others.length > 0 && others.length < members.length)
      yield { law: 6, says: `${field.path} shows a value beside others that exclude it`, path, expected, found };
    const gone = distinct(facts).find((value) => !members.includes(canonicalText(value)));
    if (gone !== undefined && !field.exclusive.has(canonicalText(gone)))
      yield {
        law: 2,
        says: `a member of ${field.path} is not shown, and nobody who had seen it removed it`,
        path,
        expected,
        found,
      };
    yield {
      law: 3,
      says: `${field.path} shows a member that nobody added, or that was removed, or shows it twice`,
      path,
      expected,
      found,
    };
    return;
  }
  const isOurs = facts.some(({ value }) => firstDifference(value, found) === undefined);
  if (isOurs) yield { law: 5, says: `of several values of ${field.path} the wrong one stands`, path, expected, found };
  else if (facts.length > 0)
    yield { law: 2, says: `${field.path} does not show what was written`, path, expected, found };
  else yield { law: 3, says: `${field.path} shows what nobody wrote`, path, expected, found };
}

function* judgeText(field: FieldOutline, entity: string, facts: readonly Fact[], shown: unknown): Iterable<LawFinding> {
  const text = typeof shown === 'string' ? shown : String((shown as Members)['text']);
  if (facts.length === 0 && text === '') return;
  const path = cellOf(field.path, entity);
  const expected = facts.map(({ value }) => (typeof value === 'string' ? value : '')).toSorted(byText);
  const found = Array.from(text).toSorted(byText);
  const lost = expected.find((character) => !found.includes(character));
  if (lost !== undefined)
    yield {
      law: 2,
      says: `what was typed in ${field.path} is not shown, and nobody deleted it`,
      path,
      expected: expected.join(''),
      found: text,
    };
  if (found.length > expected.length)
    yield {
      law: 3,
      says: `${field.path} shows what nobody typed, or shows it twice`,
      path,
      expected: expected.join(''),
      found: text,
    };
}

function* judgeEntry(expectation: Expectation, group: GroupOutline, id: string, row: Members): Iterable<LawFinding> {
  const [fact] = expectation.live(group.name, id);
  const entry = (fact?.value ?? {}) as { readonly [name: string]: Json };
  for (const field of group.fields) {
    const written = entry[field.name];
    const value = written === undefined ? (field.kind === 'set' ? [] : null) : readable(field, written);
    // An upgrade fills in what an earlier version could not say.
    if (written === undefined && expectation.outline.schema.upgrades !== undefined) continue;
    if (isTargetUncertain(field, expectation)) continue;
    const members = field.kind === 'set' && Array.isArray(value) ? memberList(value as readonly Json[]) : value;
    const expected = withoutAbsent(field, members, expectation);
    if (firstDifference(expected, row[field.name]) === undefined) continue;
    const path = cellOf(field.path, id);
    yield {
      law: 2,
      says: `an entry of ${group.name} does not show what was written`,
      path,
      expected,
      found: row[field.name],
    };
  }
}

/** What of a member of an entry this version understands. */
function readable(field: FieldOutline, written: Json): Json {
  if (field.kind !== 'set' || !Array.isArray(written)) return field.understands(written) ? written : null;
  const members = (written as readonly Json[]).filter((member) => field.understands(member));
  return withoutExclusive(field, members, members.length === written.length);
}

const memberList = (members: readonly Json[]): readonly Json[] =>
  members.toSorted((a, b) => byText(canonicalText(a), canonicalText(b)));

function* judgeQuestions(
  questions: readonly Question[],
  asked: ReadonlyMap<string, readonly Fact[]>,
  uncertain: ReadonlySet<string>,
): Iterable<LawFinding> {
  const found = new Map(questions.map((question) => [cellOf(question.path, question.entity), question]));
  const expected = [...asked.keys()];
  for (const [cell, rivals] of asked) {
    const question = found.get(cell);
    if (question === undefined) {
      yield {
        law: 4,
        says: `people contradict one another about ${cell}, and nobody is asked`,
        path: cell,
        expected,
        found: [...found.keys()],
      };
    } else if (rivals.length > 0) {
      const [values, wanted] = [
        question.claims.map(({ value }) => canonicalText(value)),
        rivals.map(({ text }) => text),
      ];
      if (values.toSorted(byText).join() !== wanted.toSorted(byText).join())
        yield {
          law: 4,
          says: `the question about ${cell} does not list what people wrote`,
          path: cell,
          expected: wanted,
          found: values,
        };
    }
  }
  for (const cell of found.keys()) {
    if (!asked.has(cell) && !uncertain.has(cell))
      yield {
        law: 4,
        says: `a question is asked about ${cell}, where nobody contradicts anybody`,
        path: cell,
        expected,
        found: [...found.keys()],
      };
  }
}
