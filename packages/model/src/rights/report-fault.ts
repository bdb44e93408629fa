/** Called where app code of a model throws: what was being asked, without anything that was in it. */
export type ReportFault = (path: string, error: unknown) => void;
