import { rowOf, type AnySectionPart } from '@caseweave/model';
import { together, type Fields, type FieldsMade } from '../builder.ts';
import { fieldOf } from '../names/words.ts';
import { connectionOf } from '../pages/connection.ts';
import { mapPage } from '../pages/page.ts';
import { pageOfRows } from '../pages/page-of-rows.ts';
import { pageSize, type PageArgs } from '../pages/page.ts';
import { pageArguments } from '../pages/page-arguments.ts';
import type { Tools } from '../tools.ts';
import { labelOf } from '../names/label-of.ts';
import { rowReading, rowsIn, type SectionReading } from '../viewer/reading.ts';
import { rowFilter, type Wanted } from './row-filter.ts';
import { rowsOfPart } from './row-types.ts';

/** The fields of a section over its rows and entries: pages of them, narrowed by what the section declares. */
export function rowsFields(tools: Tools, part: AnySectionPart): (t: Fields<SectionReading>) => FieldsMade {
  const made = rowsOfPart(part).map(({ name, field }) => {
    const one = tools.names.rows.get(`${rowOf(part)} ${name}`) ?? name;
    const label = labelOf(name, field);
    const connection = connectionOf(tools, one, tools.types.rows(rowOf(part), name));
    const filter = rowFilter(tools, one, field);
    const args = tools.builder.args((t) => ({
      ...(filter !== undefined && { filter: t.field({ type: filter.type, description: 'What to keep of them.' }) }),
      ...pageArguments(t),
    }));
    return (t: Fields<SectionReading>) => ({
      [fieldOf(name)]: t.field({
        type: connection,
        description: `All of “${label}” in the section ${part.title}, in their order.`,
        args,
        complexity: ({ first }: PageArgs) => ({ field: 3, multiplier: pageSize(first) }),
        resolve: (reading, asked: PageArgs & { readonly filter?: Wanted | null | undefined }) => {
          const all = rowsIn(reading, name);
          const kept = filter === undefined ? all : all.filter((row) => filter.keeps({ ...row }, asked.filter ?? {}));
          return mapPage(pageOfRows(kept, asked), (row) => rowReading(reading, row));
        },
      }),
    });
  });
  return (t) => together(made.map((make) => make(t)));
}
