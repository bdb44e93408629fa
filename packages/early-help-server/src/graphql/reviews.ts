import type { ExtraTools, RowReading } from '@caseweave/graphql';
import { type Attendance, attendanceMarks, attendanceOf, planShared, type PlanSharedView } from '@caseweave/family';

/** Who came to reviews, from the marks that people gave, and how somebody is marked. */
export function reviews(tools: ExtraTools): void {
  whoCame(tools);
  mark(tools);
}

interface Came {
  readonly review: RowReading;
  readonly attendance: Attendance;
}

function whoCame({ builder, codes, codedOf, named, namedOf, rows }: ExtraTools): void {
  const came = builder.objectRef<Came>('ReviewPresence').implement({
    description: 'Whether somebody came to a review.',
    fields: (t) => ({
      who: t.field({
        type: named('person'),
        nullable: true,
        description: 'Whom it is about.',
        resolve: ({ review, attendance }, _, { reader }) => namedOf(reader, attendance.who, 'person', review.of.record),
      }),
      marks: t.field({
        type: [codes(attendanceMarks).coded],
        description: 'Whether they came; several where people said different things and nothing decides.',
        resolve: ({ attendance }) => attendance.marks.flatMap((one) => codedOf(attendanceMarks, one) ?? []),
      }),
    }),
  });
  builder.objectField(rows(planShared, 'reviews'), 'whoCame', (t) =>
    t.field({
      type: [came],
      description: 'Who came, each once, from all the marks that were given.',
      resolve: (review) =>
        // The rows of this type are the reviews of a shared plan.
        attendanceOf(review.row as unknown as PlanSharedView['reviews'][number]).map((attendance) => ({
          review,
          attendance,
        })),
    }),
  );
}

function mark({ builder, codes, edit, editArgs, editOutcome }: ExtraTools): void {
  builder.mutationField('markReviewAttendance', (t) =>
    t.field({
      type: editOutcome,
      description:
        'Says whether somebody came to a review; the mark takes the place of those of the same person that are shown.',
      complexity: editArgs.cost,
      args: {
        key: t.arg.id({ required: true, description: editArgs.key }),
        family: t.arg.id({ required: true, description: editArgs.record }),
        review: t.arg.id({ required: true, description: 'The review, by its id.' }),
        who: t.arg.id({ required: true, description: 'Who came, or did not.' }),
        mark: t.arg({ type: codes(attendanceMarks).written, required: true, description: 'Whether they came.' }),
        byName: t.arg.boolean({ description: 'Whether you say so by name.' }),
        seen: t.arg({ type: 'Version', description: editArgs.seen }),
      },
      resolve: (_, { key, family, review, who, mark: given, byName, seen }, context) => {
        const by = byName === true ? { markedBy: context.reader.me.who.id } : {};
        const { has } = attendanceMarks;
        return edit(context, {
          request: ['markReviewAttendance', { family, review, who, mark: given, byName, seen }],
          key,
          record: family,
          section: planShared,
          act: 'write',
          seen,
          row: review,
          change: (open, basis) =>
            open.edit(
              (draft) => {
                const marks = draft.reviews.byId(review).attendance;
                for (const earlier of marks) if (earlier.who === who) marks.delete(earlier);
                if (has(given)) marks.add({ who, mark: given, ...by });
              },
              { basis },
            ),
        });
      },
    }),
  );
}
