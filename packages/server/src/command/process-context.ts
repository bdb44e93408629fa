/** What a command finds around it. */
export interface ProcessContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (words: string) => void;
  readonly complain: (words: string) => void;
  readonly report: (where: string, error: unknown) => void;
  /** Done when the command is asked to stop. */
  readonly stopped: Promise<void>;
}
