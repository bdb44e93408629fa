import type { AnyDecision } from '../decisions/any-decision.ts';
import type { CommonRefusal, DecisionRefusal } from '../decisions/refusal.ts';
import type { UnitKind, WhoDeclaration } from '../domain/model-declaration.ts';
import type { AnyKind } from '../kinds/kind.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import type { RightsTable } from '../rights/cell.ts';
import type { Act } from '../rights/level.ts';
import type { ReportFault } from '../rights/report-fault.ts';
import type { Rights } from '../rights/rights.ts';
import type { NamedSection } from '../sections/named-section.ts';
import type { AnySectionPart } from '../sections/section-part.ts';

/** What a model is used with: an authority's own rights, and who is told of code that throws. */
export interface ModelSetting {
  readonly rights?: RightsTable;
  readonly report?: ReportFault;
}

/** A model, checked and ready. Everything that it answers is pure. */
export interface Model extends Rights {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly who: WhoDeclaration<unknown>;
  readonly units: Readonly<Record<string, UnitKind>>;
  readonly kinds: ReadonlyMap<string, AnyKind>;
  readonly parts: readonly AnySectionPart[];
  readonly decisions: ReadonlyMap<string, AnyDecision>;
  /** The rights table in force. */
  readonly rights: RightsTable;
  /** The same model under other rights, or with another who is told of faults. */
  with(setting: ModelSetting): Model;
  /** A section by its name; undefined where there is none. */
  section(name: string): NamedSection | undefined;
  /** Is told where code of the model throws. */
  readonly report: ReportFault;
  /** The names of the sections that a record has, in order. */
  sectionNames(state: RecordState, known: Known): readonly string[];
  /** Whether a record is closed to somebody, whatever else they are: also where the code for that throws. */
  isBarred(who: unknown, state: RecordState): boolean;
  /** How somebody is named to those who may not know that they have to do with a record. */
  readonly somebody: { readonly id: string; readonly name: string };
  /** Says why a command was not carried out, by a code that any decision may be refused with. */
  refusal(code: CommonRefusal, stands?: string | null): DecisionRefusal<CommonRefusal>;
  /** Whether somebody may act on a section of a record: `write` holds `append`, and both hold `read`. */
  may(who: unknown, act: Act, section: string, state: RecordState, at: number): boolean;
}
