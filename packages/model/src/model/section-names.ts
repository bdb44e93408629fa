import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import { type ReportFault, contained } from '../rights/report-fault.ts';
import { isParameter } from '../sections/parameter.ts';
import { type AnySectionPart, rowOf } from '../sections/section-part.ts';

/** The names of the sections that a record has, in the order of their parts. What is no parameter names none. */
export const sectionNamesOf = (
  parts: readonly AnySectionPart[],
  state: RecordState,
  known: Known,
  report: ReportFault,
): readonly string[] =>
  parts
    .filter((part) => part.kind === state.kind)
    .flatMap((part) => {
      if (part.type === 'section') return [part.schema.name];
      const asked = contained(report, `sections.${rowOf(part)}.parameters`, () => part.parameters(state, known), []);
      return [...new Set(asked)].flatMap((parameter) =>
        isParameter(part, parameter) ? [`${part.prefix}${parameter}`] : [],
      );
    });
