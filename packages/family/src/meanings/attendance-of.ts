import type { AttendanceMark } from '../code-lists/attendance-marks.ts';

/** A mark of who came to a review; whoever wrote somebody down as there may say so by name. */
export interface Marked {
  readonly who: string;
  readonly mark: AttendanceMark;
  readonly markedBy?: string | undefined;
}

/** Whether somebody came to a review; `marks` has several where people said different things and nothing decides. */
export interface Attendance {
  readonly who: string;
  readonly marks: readonly AttendanceMark[];
}

/**
 * Who came to a review. That somebody came wins over their apologies, if whoever says so gave their name; other
 * differences stay, since it may matter in court.
 */
export function attendanceOf({ attendance }: { readonly attendance: readonly Marked[] }): readonly Attendance[] {
  const people = [...new Set(attendance.map(({ who }) => who))].toSorted();
  return people.map((who) => {
    const given = attendance.filter((one) => one.who === who);
    const marks = [...new Set(given.map(({ mark }) => mark))].toSorted();
    const isNamed = given.some(({ mark, markedBy }) => mark === 'attended' && markedBy !== undefined);
    const came = isNamed && marks.every((mark) => mark === 'attended' || mark === 'apologies');
    return { who, marks: came ? ['attended'] : marks };
  });
}
