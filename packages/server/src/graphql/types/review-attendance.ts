import { attendanceMarks, attendanceOf, type Attendance, type PlanSharedView } from '@caseweave/family';
import { builder } from '../builder.ts';
import { namedAround } from '../rows/references.ts';
import type { RowReading } from '../rows/row-reading.ts';
import { Coded, codedIn } from './coded.ts';
import { Named } from './named.ts';
import { Review } from './plan.ts';

const ReviewAttendance = builder
  .objectRef<{ readonly review: RowReading; readonly attendance: Attendance }>('ReviewAttendance')
  .implement({
    description: 'Whether somebody came to a review.',
    fields: (t) => ({
      who: t.field({
        type: Named,
        nullable: true,
        description: 'Whom it is about.',
        resolve: async ({ review, attendance }, _, { asking: { viewer } }) =>
          (await namedAround(viewer, review.of.facts, [attendance.who]))[0],
      }),
      marks: t.field({
        type: [Coded],
        description: 'Whether they came; several where people said different things and nothing decides.',
        resolve: ({ attendance }) => attendance.marks.map((mark) => codedIn(attendanceMarks, mark)),
      }),
    }),
  });

builder.objectField(Review, 'attendance', (t) =>
  t.field({
    type: [ReviewAttendance],
    description: 'Who came.',
    resolve: (review) =>
      // The rows of this type are the reviews of a shared plan.
      attendanceOf(review.row as unknown as PlanSharedView['reviews'][number]).map((attendance) => ({
        review,
        attendance,
      })),
  }),
);
