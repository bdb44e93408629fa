import type { SectionSchema } from '@caseweave/record';
import type { AnyDecision } from '../decisions/decision.ts';
import type { AnyKind, Schema } from '../kinds/kind.ts';
import type { Known, RecordState } from '../record-state.ts';
import type { RightsTable } from '../rights/cell.ts';
import type { Act, Acts } from '../rights/level.ts';
import type { AnySectionPart } from '../sections/section-part.ts';

/** A sort of unit of the directory: an office, a firm. */
export interface UnitKind {
  readonly title: string;
  /** In a sentence, for documentation. */
  readonly about: string;
}

/** What a model says of those who sign in. */
export interface WhoDeclaration<Who> {
  readonly schema: Schema<Who>;
  /** The keys that somebody looks for records by: what a record must share for them to have a seat at it. */
  keys(who: Who): readonly string[];
  /** The unit that somebody works for, whose name is told beside theirs; null where there are no such units. */
  readonly organisation: { readonly unit: string; of(who: Who): string | null } | null;
}

/** Everything that one domain says. */
export interface ModelDeclaration<Who = unknown> {
  readonly name: string;
  /** Raised with each release; a section, a kind or a decision says the version that brought it. */
  readonly version: number;
  readonly title: string;
  readonly who: WhoDeclaration<Who>;
  readonly units: Readonly<Record<string, UnitKind>>;
  readonly kinds: readonly AnyKind[];
  readonly sections: readonly AnySectionPart[];
  readonly decisions: readonly AnyDecision[];
}

/** A section by its name, with what it is part of. */
export interface NamedSection {
  readonly name: string;
  readonly part: AnySectionPart;
  /** Its row of the rights table: its name, or `notes.*`. */
  readonly row: string;
  /** Of a family of sections, what stands for the star; null in any other. */
  readonly parameter: string | null;
  readonly schema: SectionSchema;
}

/** Called where app code of a model throws: what was being asked, without anything that was in it. */
export type ReportFault = (path: string, error: unknown) => void;

/** What a model is used with: an authority's own rights, and who is told of code that throws. */
export interface ModelSetting {
  readonly rights?: RightsTable;
  readonly report?: ReportFault;
}

/** A model, checked and ready. Everything that it answers is pure. */
export interface Model {
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
  /** The names of the sections that a record has, in order. */
  sectionNames(state: RecordState, known: Known): readonly string[];
  /** The seats of somebody at a record. */
  seats(who: unknown, state: RecordState, at: number): ReadonlySet<string>;
  /** What somebody may do with a section of a record. What nothing allows is not allowed. */
  acts(who: unknown, section: string, state: RecordState, at: number): Acts;
  /** Whether somebody may act on a section of a record: `write` holds `append`, and both hold `read`. */
  may(who: unknown, act: Act, section: string, state: RecordState, at: number): boolean;
}
