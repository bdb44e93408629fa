import type { AnySectionPart, Model, ModelFault } from '@caseweave/model';
import { rowOf } from '@caseweave/model';
import { labelOf } from './label-of.ts';
import { schemaOfPart } from './schema-of-part.ts';
import { ClaimedNames } from './claimed-names.ts';
import { fieldName, typeName } from './words.ts';

/** What one of a sort and several of it are called. */
interface SortNames {
  readonly type: string;
  /** One of them, as a field or an argument. */
  readonly field: string;
  /** Several, as a field. */
  readonly many: string;
}

/** What a section is called: its type, and the field of its kind. */
interface SectionNames {
  readonly type: string;
  readonly field: string;
}

/** How what a model declares is called in the API. */
export interface SchemaNames {
  readonly kinds: ReadonlyMap<string, SortNames>;
  readonly units: ReadonlyMap<string, SortNames>;
  /** Those who sign in. */
  readonly who: string;
  /** By their rows of the rights table. */
  readonly sections: ReadonlyMap<string, SectionNames>;
  /** The types of rows and entries, by section row and field: `job.plan steps`. */
  readonly rows: ReadonlyMap<string, string>;
  /** Claims a name for another type. */
  claim(path: string, wanted: readonly string[], following?: (name: string) => readonly string[]): string;
}

/** Types that every schema has. */
const RESERVED = `Query Mutation Subscription ID String Int Float Boolean Date DateTime Version
Record Section Author Written Claim OpenQuestion OpenQuestionKind PageInfo
EditOutcome Edited Refused Refusal NotAllowed Held KeyReused Settlement RowFate TextPlace
DecisionOutcome Decided NotDecided DecisionCode AtLeast Reached Behind Ended EndedWhy`.split(/\s+/);

const paged = (name: string): readonly string[] => [`${name}Connection`, `${name}Edge`, `${name}Filter`];
const edited = (name: string): readonly string[] => [`New${name}`, `${name}Changes`];

/** Names everything that a model declares, in the order in which it is declared. */
export function schemaNames(model: Model, faults: ModelFault[]): SchemaNames {
  const types = new ClaimedNames(faults, RESERVED);
  const claim: SchemaNames['claim'] = (path, wanted, following) => types.claim(path, wanted, following);
  const sort = (path: string, title: string, several: string, following: (name: string) => readonly string[]) => {
    const type = claim(path, [typeName(title)], following);
    return { type, field: fieldName(title), many: fieldName(several) };
  };
  const kinds = new Map(
    [...model.kinds].map(([name, { title, many = `${title}s` }]) => [
      name,
      sort(`kinds.${name}.title`, title, many, (type) => [
        ...paged(type),
        `${type}Order`,
        `${type}Changed`,
        `${type}Event`,
        `${typeName(many)}Changed`,
        `${typeName(many)}Event`,
      ]),
    ]),
  );
  const units = new Map(
    Object.entries(model.units).map(([name, { title, many = `${title}s` }]) => [
      name,
      sort(`units.${name}.title`, title, many, () => []),
    ]),
  );
  const who = claim('who.title', [typeName(model.who.title ?? 'Principal')]);
  const sections = new Map(model.parts.map((part) => [rowOf(part), sectionNames(part, model, claim)] as const));
  const rows = new Map(
    model.parts.flatMap((part) =>
      Object.entries(schemaOfPart(part).fields).flatMap(([name, field]) => {
        if (field.kind !== 'collection' && field.kind !== 'log') return [];
        const label = typeName(labelOf(name, field));
        const within = typeName(part.title);
        const wanted = [label, `${within}${label}`, `${within}${typeName(name)}`];
        const path = `sections.${rowOf(part)}.fields.${name}`;
        return [[`${rowOf(part)} ${name}`, claim(path, wanted, (type) => [...paged(type), ...edited(type)])] as const];
      }),
    ),
  );
  return { kinds, units, who, sections, rows, claim };
}

/** A section is called by its title, after its kind where that is taken. */
function sectionNames(part: AnySectionPart, model: Model, claim: SchemaNames['claim']): SectionNames {
  const title = typeName(part.title);
  const kind = typeName(model.kinds.get(part.kind)?.title ?? part.kind);
  const path = `sections.${rowOf(part)}.title`;
  const type = claim(path, [title, `${kind}${title}`], (name) => [`${name}Changes`, `${name}InBrief`]);
  return { type, field: fieldName(part.title) };
}
