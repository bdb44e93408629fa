import { faultsOfModel } from '../checks/faults-of-model.ts';
import { ModelError } from '../checks/model-fault.ts';
import type { AnyDecision } from '../decisions/any-decision.ts';
import { commonRefusal } from '../decisions/refusal.ts';
import { somebody } from '../decisions/somebody.ts';
import type { ModelDeclaration } from '../domain/model-declaration.ts';
import { withRights } from '../kinds/kind.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import type { RightsTable } from '../rights/cell.ts';
import { type Level, actsOf, holds } from '../rights/level.ts';
import { type ReportFault, contained } from '../rights/report-fault.ts';
import type { Rights } from '../rights/rights.ts';
import type { NamedSection } from '../sections/named-section.ts';
import { sectionFinder } from '../sections/section-finder.ts';
import { type AnySectionPart, rowOf } from '../sections/section-part.ts';
import { type CompiledRow, compileRow, levelIn } from './compiled-rights.ts';
import type { Model, ModelSetting } from './model.ts';
import { sectionNamesOf } from './section-names.ts';

/** What the list of kinds would have to be as well: nothing more, or where a part is of none of them, a sentence that says so. */
type Listing<PartKind extends string, KindName extends string> = string extends PartKind
  ? unknown
  : [Exclude<PartKind, KindName>] extends [never]
    ? unknown
    : Readonly<Record<`${Exclude<PartKind, KindName>} is a kind that this model does not list.`, never>>;

/**
 * Makes a model of what a domain declares.
 *
 * It asks none of the declared functions; what is wrong with the declarations is told all at once.
 *
 * @throws ModelError with every fault: where, what, and what to do
 */
export function defineModel<
  Who,
  KindName extends string,
  SectionKind extends string = never,
  DecisionKind extends string = never,
>(
  declaration: ModelDeclaration<Who> & {
    readonly kinds: readonly { readonly name: KindName }[] &
      Listing<NoInfer<SectionKind | DecisionKind>, NoInfer<KindName>>;
    // By the names of their kinds alone: the types of all parts at once would be compared each with each.
    readonly sections: readonly (AnySectionPart & { readonly kind: SectionKind })[];
    readonly decisions: readonly (AnyDecision & { readonly kind: DecisionKind })[];
  },
): Model {
  const faults = faultsOfModel(declaration);
  if (faults.length > 0) throw new ModelError(declaration.name, faults);
  const rights = Object.fromEntries(declaration.sections.map((part) => [rowOf(part), part.rights]));
  return modelOf(declaration, sectionFinder(declaration.sections), rights, () => undefined);
}

function modelOf(
  declaration: ModelDeclaration,
  find: (name: string) => NamedSection | undefined,
  rights: RightsTable,
  report: ReportFault,
): Model {
  const { name, version, title, who, units = {}, sections } = declaration;
  const inForce: Rights = {
    seats: (asking, state, at) => seats(asking, state, at),
    acts: (asking, sectionName, state, at) => actsOf(level(asking, sectionName, state, at)),
    readsSome: (asking, state, known, at) =>
      sectionNames(state, known).some((sectionName) => holds(level(asking, sectionName, state, at), 'read')),
  };
  const kinds = new Map(declaration.kinds.map((kind) => [kind.name, withRights(kind, inForce)]));
  const decisions = new Map(declaration.decisions.map((decision) => [decision.name, decision]));
  const rows = new Map<AnySectionPart, CompiledRow>();
  for (const part of sections) {
    const kind = kinds.get(part.kind);
    if (kind !== undefined) rows.set(part, compileRow(part, kind, rights));
  }
  const section = (sectionName: string): NamedSection | undefined =>
    contained(report, 'sections', () => find(sectionName), undefined);

  const isBarred = (asking: unknown, state: RecordState): boolean => {
    const kind = kinds.get(state.kind);
    return contained(
      report,
      `kinds.${state.kind}.barred`,
      () => kind === undefined || kind.barred(asking, state),
      true,
    );
  };

  const level = (asking: unknown, sectionName: string, state: RecordState, at: number): Level => {
    const found = section(sectionName);
    if (found === undefined || found.part.kind !== state.kind) return 'none';
    const row = rows.get(found.part);
    if (row === undefined || isBarred(asking, state)) return 'none';
    return levelIn(row, { who: asking, section: sectionName, parameter: found.parameter, state, at }, report);
  };

  const sectionNames = (state: RecordState, known: Known): readonly string[] =>
    sectionNamesOf(sections, state, known, report);

  const seats = (asking: unknown, state: RecordState, at: number): ReadonlySet<string> => {
    const held = new Set<string>();
    if (isBarred(asking, state)) return held;
    for (const [seatName, seat] of Object.entries(kinds.get(state.kind)?.seats ?? {})) {
      const holdsIt = (): boolean => seat.holds(asking, state, at);
      if (contained(report, `kinds.${state.kind}.seats.${seatName}`, holdsIt, false)) held.add(seatName);
    }
    return held;
  };

  return Object.freeze({
    ...inForce,
    name,
    version,
    title,
    who,
    units,
    kinds,
    parts: sections,
    decisions,
    rights,
    report,
    section,
    with: (setting: ModelSetting) => modelOf(declaration, find, setting.rights ?? rights, setting.report ?? report),
    sectionNames,
    isBarred,
    somebody: who.somebody ?? somebody,
    refusal: (code, stands = null) => commonRefusal(code, stands, declaration.refusals?.[code]),
    may: (asking: unknown, act, sectionName: string, state: RecordState, at: number) =>
      holds(level(asking, sectionName, state, at), act),
  } satisfies Model);
}
