import { rowOf, type AnyKind, type AnySectionPart } from '@caseweave/model';
import { together, type Fields, type FieldsMade } from '../builder.ts';
import type { Tools } from '../tools.ts';
import type { ReadableRecord, SectionReading } from '../viewer/reading.ts';
import { inBriefField } from './in-brief.ts';
import { recordInterface } from './record-interface.ts';
import { readingOf, SECTION_COST, sectionType } from './section-types.ts';
import { toldFields } from './told-fields.ts';

/** Declares the types of the kinds of record, with those of their sections. */
export function recordTypes(tools: Tools): void {
  for (const kind of tools.model.kinds.values()) recordType(tools, kind);
}

function recordType(tools: Tools, kind: AnyKind): void {
  const parts = tools.model.parts.filter((part) => part.kind === kind.name);
  for (const part of parts) sectionType(tools, part);
  const told = toldFields(tools, kind);
  const brief = parts.map((part) => inBriefField(tools, part));
  tools.types.kind(kind.name).implement({
    description: kind.about,
    interfaces: [recordInterface(tools)],
    isTypeOf: (one) => typeof one === 'object' && one !== null && 'kind' in one && one.kind === kind.name,
    fields: (t) => ({
      ...told(t),
      ...together(brief.map((make) => make(t))),
      ...together(parts.map((part) => sectionField(tools, part, t))),
    }),
  });
}

/** The field of a kind over one of its sections, or over those that are alike. */
function sectionField(tools: Tools, part: AnySectionPart, t: Fields<ReadableRecord>): FieldsMade {
  const { field } = tools.names.sections.get(rowOf(part)) ?? { field: '' };
  const type = tools.types.section(rowOf(part));
  const description = part.about;
  if (part.type === 'section') {
    const named = tools.model.section(part.schema.name);
    return {
      [field]: t.field({
        type,
        nullable: true,
        description,
        complexity: SECTION_COST,
        resolve: async (record, _, { asking: { viewer } }) =>
          named === undefined ? null : readingOf(viewer, named, record),
      }),
    };
  }
  return {
    [field]: t.field({
      type: [type],
      description: `${description} Those that you may read.`,
      complexity: { field: SECTION_COST.field, multiplier: 2 },
      resolve: async (record, _, { asking: { viewer } }): Promise<readonly SectionReading[]> => {
        const found = (await viewer.sections(record.id)).flatMap(({ name }) => tools.model.section(name) ?? []);
        const read = await Promise.all(
          found.filter((named) => named.part === part).map((named) => readingOf(viewer, named, record)),
        );
        return read.filter((one) => one !== null);
      },
    }),
  };
}
