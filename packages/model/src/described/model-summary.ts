import type { Json } from '@caseweave/record';
import type { Model } from '../model/model.ts';
import { rowOf } from '../sections/section-part.ts';
import { jsonSchemaOf } from '../values/json-schema.ts';
import { type CodeListSummary, codeListsOf } from './code-list-summary.ts';
import { type DecisionSummary, decisionSummary } from './decision-summary.ts';
import { type KindSummary, kindSummary } from './kind-summary.ts';
import { type SectionSummary, sectionSummary } from './section-summary.ts';

/** A model as plain data, to be printed, and to be kept of each version that was released. */
export interface ModelSummary {
  readonly model: string;
  readonly version: number;
  readonly title: string;
  /** What those who sign in are, as JSON Schema. */
  readonly who: Json | null;
  /** What one of those who sign in is called, where it is said. */
  readonly whoTitle?: string;
  readonly units: Readonly<Record<string, string>>;
  /** What several units are called, where it is said. */
  readonly manyUnits?: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, KindSummary>>;
  /** By their row of the rights table: a name, or `notes.*`. */
  readonly sections: Readonly<Record<string, SectionSummary>>;
  readonly decisions: Readonly<Record<string, DecisionSummary>>;
  readonly codeLists: Readonly<Record<string, CodeListSummary>>;
}

/** Sums up a model as plain data: without functions, and under the rights in force. */
export const modelSummary = (model: Model): ModelSummary => ({
  model: model.name,
  version: model.version,
  title: model.title,
  who: jsonSchemaOf(model.who.schema),
  ...(model.who.title !== undefined && { whoTitle: model.who.title }),
  units: Object.fromEntries(Object.entries(model.units).map(([name, { title }]) => [name, title])),
  ...manyUnitsOf(model),
  kinds: Object.fromEntries([...model.kinds.values()].map((kind) => [kind.name, kindSummary(kind)])),
  sections: Object.fromEntries(model.parts.map((part) => [rowOf(part), sectionSummary(part, model)])),
  decisions: Object.fromEntries([...model.decisions.values()].map((one) => [one.name, decisionSummary(one)])),
  codeLists: codeListsOf(model),
});

function manyUnitsOf({ units }: Model): Pick<ModelSummary, 'manyUnits'> {
  const many = Object.entries(units).flatMap(([name, unit]) =>
    unit.many === undefined ? [] : [[name, unit.many] as const],
  );
  return many.length === 0 ? {} : { manyUnits: Object.fromEntries(many) };
}
