import type { Stretch } from './trace.ts';

/** A device that types a recorded text again: it shows nothing of the other's before it is asked to. */
export interface Desk {
  /** Types a stretch, and waits until there is room for the next. */
  type(stretch: Stretch): Promise<void>;
  /** Shows so many of the other's stretches, waiting for those that have not come. */
  receive(stretches: number): Promise<void>;
  readonly text: string;
  close(): void;
}
