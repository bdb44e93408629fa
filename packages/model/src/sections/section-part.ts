import type { SectionSchema, View } from '@caseweave/record';
import type { Kind } from '../kinds/kind.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import type { RightsRow } from '../rights/cell.ts';
import type { Valued } from '../values/value-kind.ts';
import type { Finding, RuleContext } from './finding.ts';
import type { ListProjection } from './list-projection.ts';

/** What sections and series of sections say alike. */
interface SectionDeclaration<Schema extends SectionSchema, SeatName extends string, ConditionName extends string> {
  /** What it is called: `Plan`. The API names its type by it, after the kind where another has the same. */
  readonly title: string;
  /** In a sentence, for documentation: what is written there. */
  readonly about: string;
  readonly rights: RightsRow<SeatName, ConditionName>;
  /** A condition that every cell is under, whatever a table says. */
  readonly always?: ConditionName;
  /** What a list shows of it; null for nothing. */
  readonly list: ListProjection<Schema> | null;
  /** What it leaves to be looked at: the same for everybody who has the same view on the same day. */
  findings(view: View<Schema>, context: RuleContext): readonly Finding[];
  /** Whether those who may read it are told who else is in it. */
  readonly hasPresence: boolean;
}

/** A section of a kind of record, with its row of the rights table. */
export interface SectionPart<
  KindName extends string = string,
  Schema extends SectionSchema = SectionSchema,
> extends SectionDeclaration<Schema, string, string> {
  readonly type: 'section';
  readonly kind: KindName;
  readonly schema: Schema;
}

/** Sections of a kind that are alike and told apart by a parameter in their name: `notes.*`. */
export interface SectionSeries<
  KindName extends string = string,
  Schema extends SectionSchema = SectionSchema,
> extends SectionDeclaration<Schema, string, string> {
  readonly type: 'section-series';
  readonly kind: KindName;
  /** What their names begin with, `notes.`; what follows is the parameter. */
  readonly prefix: string;
  /** What a parameter looks like, all of it. */
  readonly pattern: RegExp;
  /** A parameter that documentation shows the section of; `example` where nothing is said and that is one. */
  readonly example?: string;
  /** The declaration of one of them; the same object for the same parameter. */
  schemaOf(parameter: string): Schema;
  /** Which of them a record has: from its facts, and from what those whom they name are. */
  parameters(state: RecordState, known: Known): readonly string[];
  /** What the parameter is, `unit('firm')`. */
  readonly parameter: Valued<object>;
}

/** What a section says of itself; what most say alike may be left out. */
type SectionOptions<Schema extends SectionSchema, SeatName extends string, ConditionName extends string> = Omit<
  SectionDeclaration<Schema, SeatName, ConditionName>,
  keyof typeof unlessSaid
> &
  Partial<Pick<SectionDeclaration<Schema, SeatName, ConditionName>, keyof typeof unlessSaid>>;

/** Lists show nothing of it, nothing is looked at, and readers see one another. */
const unlessSaid = { list: null, findings: (): readonly Finding[] => [], hasPresence: true } as const;

/** Any part of a record that has a name and a row of rights. */
export type AnySectionPart = SectionPart | SectionSeries;

/**
 * Puts a section into a kind of record. What is left out: `list` shows nothing of it, it has no `findings`,
 * and those who may read it are told who else is in it (`hasPresence`).
 */
export function sectionOf<
  KindName extends string,
  Who,
  Facts,
  SeatName extends string,
  ConditionName extends string,
  Schema extends SectionSchema,
>(
  { name }: Kind<KindName, Who, Facts, SeatName, ConditionName>,
  schema: Schema,
  declaration: SectionOptions<NoInfer<Schema>, NoInfer<SeatName>, NoInfer<ConditionName>>,
): SectionPart<KindName, Schema> {
  return Object.freeze({ ...unlessSaid, ...declaration, type: 'section', kind: name, schema });
}

/** Puts a series of sections into a kind of record; what may be left out is as of one section. */
export function sectionSeriesOf<
  KindName extends string,
  Who,
  Facts,
  SeatName extends string,
  ConditionName extends string,
  Schema extends SectionSchema,
>(
  { name }: Kind<KindName, Who, Facts, SeatName, ConditionName>,
  declaration: SectionOptions<NoInfer<Schema>, NoInfer<SeatName>, NoInfer<ConditionName>> & {
    readonly prefix: string;
    readonly pattern: RegExp;
    readonly example?: string;
    schemaOf(parameter: string): Schema;
    parameters(state: RecordState<NoInfer<Facts>>, known: Known<NoInfer<Who>>): readonly string[];
    readonly parameter: Valued<object>;
  },
): SectionSeries<KindName, Schema> {
  return Object.freeze({ ...unlessSaid, ...declaration, type: 'section-series', kind: name });
}

/** The row of the rights table that a part is in: a section's name, or `notes.*`. */
export const rowOf = (part: AnySectionPart): string => (part.type === 'section' ? part.schema.name : `${part.prefix}*`);
