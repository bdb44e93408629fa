import { type ExtraTools, refusedFor } from '@caseweave/graphql';
import { chronologyShared, dayWords, type Principal } from '@caseweave/family';

/** How a pupil attended, as a school's register has it. */
interface Attendance {
  readonly from: string;
  readonly to: string;
  readonly possible: number;
  readonly attended: number;
  readonly note?: string | null | undefined;
}

/** Adds a pupil's attendance to the chronology, as a school's system has it. */
export function attendance({ builder, edit, editArgs, editOutcome }: ExtraTools): void {
  const attended = builder.inputType('Attendance', {
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
      type: editOutcome,
      description: "Adds a pupil's attendance to the chronology of the family, as a school's system has it.",
      complexity: editArgs.cost,
      args: {
        key: t.arg.id({ required: true, description: editArgs.key }),
        family: t.arg.id({ required: true, description: editArgs.record }),
        person: t.arg.id({ required: true, description: 'The pupil, by their id.' }),
        attendance: t.arg({ type: attended, required: true, description: 'How they attended.' }),
      },
      resolve: async (_, { key, family, person, attendance: given }, context) => {
        const { agency } = context.reader.me.who as Principal;
        const known = agency === null ? undefined : await context.reader.unit('agency', agency.id);
        const fault = faultOf(given);
        return edit(context, {
          request: ['recordAttendance', { family, person, attendance: given }],
          key,
          record: family,
          section: chronologyShared,
          act: 'append',
          change: (open) =>
            fault === undefined
              ? open.edit((draft) =>
                  draft.events.append({
                    occurredOn: given.to,
                    precision: 'day',
                    significance: 'notable',
                    text: wordsOf(given),
                    sourceAgency: known?.name ?? 'School',
                    about: [person],
                  }),
                )
              : refusedFor('attendance', ...fault),
        });
      },
    }),
  );
}

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
