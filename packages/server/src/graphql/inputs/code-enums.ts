import {
  actionStatuses,
  attendanceMarks,
  attainments,
  datePrecisions,
  disabilities,
  ethnicities,
  factors,
  headlineOutcomes,
  intelligenceSources,
  levelsOfNeed,
  needStatuses,
  noteKinds,
  relationshipKinds,
  residenceKinds,
  responsibilities,
  reviewDecisions,
  reviewDirections,
  scales,
  scorerRoles,
  sexes,
  significances,
  voiceMethods,
} from '@caseweave/family';
import { builder } from '../builder.ts';

interface List {
  readonly entries: readonly { readonly code: string | number; readonly label: string }[];
  labelOf(this: void, code: never): string;
}

/** A code list as an enumeration: what may be written is closed, though what is read may be newer than this server. */
const enumOf = (name: string, { entries }: List) =>
  builder.enumType(name, {
    description: `A code of a code list, as it is written. What is read is a \`Coded\`.`,
    values: Object.fromEntries(
      entries.map(({ code, label }) => [nameOf(name, code), { value: code, description: `${label}.` }]),
    ),
  });

/** A code as a name; codes that begin with a digit are named with their list. */
function nameOf(list: string, code: string | number): string {
  if (typeof code === 'number') return `LEVEL_${code}`;
  const name = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
  return /^\d/.test(name) ? `${list.toUpperCase()}_${name}` : name;
}

const lists: readonly (readonly [string, List])[] = [
  ['ActionStatus', actionStatuses],
  ['AttendanceMark', attendanceMarks],
  ['Attainment', attainments],
  ['DatePrecision', datePrecisions],
  ['Disability', disabilities],
  ['Ethnicity', ethnicities],
  ['Factor', factors],
  ['HeadlineOutcome', headlineOutcomes],
  ['IntelligenceSource', intelligenceSources],
  ['LevelOfNeed', levelsOfNeed],
  ['NeedStatus', needStatuses],
  ['NoteKind', noteKinds],
  ['RelationshipKind', relationshipKinds],
  ['ResidenceKind', residenceKinds],
  ['Responsibility', responsibilities],
  ['ReviewDecision', reviewDecisions],
  ['ReviewDirection', reviewDirections],
  ['Scale', scales],
  ['ScorerRole', scorerRoles],
  ['Sex', sexes],
  ['Significance', significances],
  ['VoiceMethod', voiceMethods],
];

const byWords = new Map<unknown, ReturnType<typeof enumOf>>(
  lists.map(([name, list]) => [list.labelOf, enumOf(name, list)]),
);

/** The enumeration of the code list whose words a field uses; undefined for a field without a code list. */
export const enumWithWords = (words: unknown): ReturnType<typeof enumOf> | undefined => byWords.get(words);
