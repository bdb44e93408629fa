import type { AttendanceMark } from '../code-lists/attendance-marks.ts';
import type { PlanSharedView } from '../sections/plan-shared.ts';

/** Whether somebody came to a review; `marks` has several where people said different things and nothing decides. */
export interface Attendance {
  readonly who: string;
  readonly marks: readonly AttendanceMark[];
}

/**
 * Who came to a review. That somebody came wins over their apologies, if whoever says so gave their name; other
 * differences stay, since it may matter in court.
 */
export function attendanceOf({ attendance }: PlanSharedView['reviews'][number]): readonly Attendance[] {
  const people = [...new Set(attendance.map(({ who }) => who))].toSorted();
  return people.map((who) => {
    const given = attendance.filter((one) => one.who === who);
    const marks = [...new Set(given.map(({ mark }) => mark))].toSorted();
    const isNamed = given.some(({ mark, markedBy }) => mark === 'attended' && markedBy !== undefined);
    const came = isNamed && marks.every((mark) => mark === 'attended' || mark === 'apologies');
    return { who, marks: came ? ['attended'] : marks };
  });
}
