/** Called where app code of a model throws: what was being asked, without anything that was in it. */
export type ReportFault = (path: string, error: unknown) => void;

/** Asks code of the app. Where that throws it is told, and what stands for no answer is given. */
export function contained<Answer, Otherwise>(
  report: ReportFault,
  path: string,
  ask: () => Answer,
  otherwise: Otherwise,
): Answer | Otherwise {
  try {
    return ask();
  } catch (error) {
    report(path, error);
    return otherwise;
  }
}
