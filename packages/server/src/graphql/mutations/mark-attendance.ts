import { attendanceMarks, planShared } from '@caseweave/family';
import { builder } from '../builder.ts';
import { enumWithWords } from '../inputs/code-enums.ts';
import { carryOut } from './carry-out.ts';
import { EDIT_ARGS, EDIT_COST } from './edit-args.ts';
import { EditOutcome } from './edit-outcome.ts';
import { rowsOf, setOf } from './open-draft.ts';

const AttendanceMark = enumWithWords(attendanceMarks.labelOf);
if (AttendanceMark === undefined) throw new Error('The marks of attendance are no enumeration.');

builder.mutationField('markReviewAttendance', (t) =>
  t.field({
    type: EditOutcome,
    description:
      'Says whether somebody came to a review; the mark takes the place of those of the same person that are shown.',
    complexity: EDIT_COST,
    args: {
      key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
      family: t.arg.id({ required: true, description: EDIT_ARGS.family }),
      review: t.arg.id({ required: true, description: 'The review.' }),
      who: t.arg.id({ required: true, description: 'Who came, or did not.' }),
      mark: t.arg({ type: AttendanceMark, required: true, description: 'Whether they came.' }),
      byName: t.arg.boolean({ description: 'Whether you say so by name.' }),
      seen: t.arg({ type: 'Version', description: EDIT_ARGS.seen }),
    },
    resolve: (_, { key, family, review, who, mark, byName, seen }, { asking }) => {
      const by = byName === true ? { markedBy: asking.viewer.principal.id } : {};
      return carryOut(asking, {
        request: ['markReviewAttendance', { family, review, who, mark, byName, seen }],
        key,
        record: family,
        section: planShared.name,
        act: 'write',
        seen,
        row: { type: 'known', id: review },
        change: (open, basis) =>
          open.edit(
            (draft) => {
              const marks = setOf(rowsOf(draft, 'reviews').byId(review), 'attendance');
              for (const earlier of marks) if (isOf(earlier, who)) marks.delete(earlier);
              marks.add({ who, mark, ...by });
            },
            { basis },
          ),
      });
    },
  }),
);

const isOf = (mark: unknown, who: string): boolean =>
  typeof mark === 'object' && mark !== null && 'who' in mark && mark.who === who;
