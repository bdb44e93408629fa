import type { ReportFault } from '@caseweave/model';

const ONCE_IN = 60_000;

/** Tells of each place in a model once a minute at most: what is asked for every frame would fill the log of the process. */
export function seldom(now: () => number, report: ReportFault): ReportFault {
  const told = new Map<string, number>();
  return (path, error) => {
    if (now() < (told.get(path) ?? -Infinity) + ONCE_IN) return;
    told.set(path, now());
    report(path, error);
  };
}
