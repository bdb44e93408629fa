/** Thrown where code of a model throws, or gives what cannot be, so that something is not carried out. */
export class FaultOfModel extends Error {
  override readonly name = 'FaultOfModel';
  readonly code = 'fault-of-model';
  /** What was asked: `decisions.give-to-firm.fold`. */
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`${path} ${cause instanceof Error ? `failed: ${cause.message}` : 'failed.'} Mend the model.`, { cause });
    this.path = path;
  }
}

/** Asks code of the app; what it throws says from then on what was asked. */
export function asking<Answer>(path: string, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    throw error instanceof FaultOfModel ? error : new FaultOfModel(path, error);
  }
}

/** What throws as a fault of the model is handed to whoever is told of faults; anything else goes on. */
export const pathOf = (error: unknown, otherwise: string): string =>
  error instanceof FaultOfModel ? error.path : otherwise;
