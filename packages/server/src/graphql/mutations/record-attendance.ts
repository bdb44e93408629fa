import { chronologyShared, dayWords } from '@caseweave/family';
import { builder } from '../builder.ts';
import { carryOut, refusedFor } from './carry-out.ts';
import { EDIT_ARGS, EDIT_COST } from './edit-args.ts';
import { EditOutcome } from './edit-outcome.ts';
import { rowsOf } from './open-draft.ts';

/** How a pupil attended, as a school's register has it. */
interface Attendance {
  readonly from: string;
  readonly to: string;
  readonly possible: number;
  readonly attended: number;
  readonly note?: string | null | undefined;
}

const Attended = builder.inputType('Attendance', {
  description: 'How a pupil attended over some time, in sessions: mornings and afternoons.',
  fields: (t) => ({
    from: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    to: t.field({ type: 'Date', required: true, description: 'The last day.' }),
    possible: t.int({ required: true, description: 'How many sessions there were.' }),
    attended: t.int({ required: true, description: 'At how many of them the pupil was.' }),
    note: t.string({ description: 'What the school has to say about it.' }),
  }),
});

builder.mutationField('recordAttendance', (t) =>
  t.field({
    type: EditOutcome,
    description: "Adds a pupil's attendance to the chronology of the family, as a school's system has it.",
    complexity: EDIT_COST,
    args: {
      key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
      family: t.arg.id({ required: true, description: EDIT_ARGS.family }),
      person: t.arg.id({ required: true, description: 'The pupil.' }),
      attendance: t.arg({ type: Attended, required: true, description: 'How they attended.' }),
    },
    resolve: async (_, { key, family, person, attendance }, { asking }) => {
      const fault = faultOf(attendance);
      const { agency } = asking.viewer.principal;
      const known = agency === null ? undefined : await asking.viewer.load.agency.load(agency.id);
      return carryOut(asking, {
        request: ['recordAttendance', { family, person, attendance }],
        key,
        record: family,
        section: chronologyShared.name,
        act: 'append',
        row: { type: 'made' },
        change: (open) =>
          fault === undefined
            ? open.edit((draft) =>
                rowsOf(draft, 'events').append({
                  occurredOn: attendance.to,
                  precision: 'day',
                  significance: 'notable',
                  text: wordsOf(attendance),
                  sourceAgency: known?.name ?? 'School',
                  about: [person],
                }),
              )
            : refusedFor('attendance', ...fault),
      });
    },
  }),
);

function faultOf({ from, to, possible, attended }: Attendance): readonly [rule: string, remedy: string] | undefined {
  if (to < from) return ['the last day is not before the first', 'Give the days the other way round.'];
  if (possible < 1) return ['there was at least one session', 'Send nothing for a time without sessions.'];
  if (attended < 0 || attended > possible)
    return ['nobody attends more sessions than there were', 'Count the sessions again.'];
  return undefined;
}

function wordsOf({ from, to, possible, attended, note }: Attendance): string {
  const share = Math.floor((attended / possible) * 1000) / 10;
  const told = `Attended ${attended} of ${possible} sessions (${share}%) from ${dayWords(from)} to ${dayWords(to)}.`;
  return note ? `${told} ${note}` : told;
}
