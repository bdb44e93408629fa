import { commonRefusal } from '../decisions/refusal.ts';
import { somebody } from '../decisions/somebody.ts';
import { withRights } from '../kinds/kind.ts';
import type { Known } from '../records/known.ts';
import type { Rights } from '../rights/rights.ts';
import { faultsOfModel } from '../checks/faults-of-model.ts';
import { ModelError } from '../checks/model-fault.ts';
import type { ModelDeclaration } from '../domain/model-declaration.ts';
import type { RecordState } from '../records/record-state.ts';
import type { RightsTable } from '../rights/cell.ts';
import { type Level, actsOf, holds } from '../rights/level.ts';
import type { ReportFault } from '../rights/report-fault.ts';
import type { NamedSection } from '../sections/named-section.ts';
import { sectionFinder } from '../sections/section-finder.ts';
import { type AnySectionPart, rowOf } from '../sections/section-part.ts';
import { type CompiledRow, compileRow, levelIn } from './compiled-rights.ts';
import type { Model, ModelSetting } from './model.ts';

/**
 * Makes a model of what a domain declares.
 *
 * It asks none of the declared functions; what is wrong with the declarations is told all at once.
 *
 * @throws ModelError with every fault: where, what, and what to do
 */
export function defineModel<Who>(declaration: ModelDeclaration<Who>): Model {
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
  const { name, version, title, who, units, sections } = declaration;
  const inForce: Rights = {
    seats: (asking, state, at) => seats(asking, state, at),
    acts: (asking, section, state, at) => actsOf(level(asking, section, state, at)),
    readsSome: (asking, state, known, at) =>
      sectionNames(state, known).some((section) => holds(level(asking, section, state, at), 'read')),
  };
  const kinds = new Map(declaration.kinds.map((kind) => [kind.name, withRights(kind, inForce)]));
  const decisions = new Map(declaration.decisions.map((decision) => [decision.name, decision]));
  const rows = new Map<AnySectionPart, CompiledRow>();
  for (const part of sections) {
    const kind = kinds.get(part.kind);
    if (kind !== undefined) rows.set(part, compileRow(part, kind, rights));
  }

  const level = (asking: unknown, sectionName: string, state: RecordState, at: number): Level => {
    const section = find(sectionName);
    const kind = kinds.get(state.kind);
    if (section === undefined || kind === undefined || section.part.kind !== state.kind) return 'none';
    const row = rows.get(section.part);
    if (row === undefined) return 'none';
    try {
      if (kind.barred(asking, state)) return 'none';
    } catch (error) {
      report(`kinds.${kind.name}.barred`, error);
      return 'none';
    }
    return levelIn(row, { who: asking, section: sectionName, parameter: section.parameter, state, at }, report);
  };

  const sectionNames = (state: RecordState, known: Known): readonly string[] =>
    sections
      .filter((part) => part.kind === state.kind)
      .flatMap((part) =>
        part.type === 'section'
          ? [part.schema.name]
          : [...new Set(part.parameters(state, known))].flatMap((parameter) =>
              part.pattern.test(parameter) ? [`${part.prefix}${parameter}`] : [],
            ),
      );

  const seats = (asking: unknown, state: RecordState, at: number): ReadonlySet<string> => {
    const held = new Set<string>();
    for (const [seatName, seat] of Object.entries(kinds.get(state.kind)?.seats ?? {})) {
      try {
        if (seat.holds(asking, state, at)) held.add(seatName);
      } catch (error) {
        report(`kinds.${state.kind}.seats.${seatName}`, error);
      }
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
    section: find,
    with: (setting: ModelSetting) => modelOf(declaration, find, setting.rights ?? rights, setting.report ?? report),
    sectionNames,
    somebody: who.somebody ?? somebody,
    refusal: (code, stands = null) => commonRefusal(code, stands, declaration.refusals?.[code]),
    may: (asking: unknown, act, section: string, state: RecordState, at: number) =>
      holds(level(asking, section, state, at), act),
  } satisfies Model);
}
