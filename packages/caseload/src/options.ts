import type { Json, SchemaVersions, SectionSchema } from '@caseweave/record';
import type { OnAppError } from './app-code/app-code.ts';
import type { DecisionPort } from './decisions/decision-port.ts';
import type { OwnAttentionWords } from './attention-words.ts';
import type { CaseloadStore } from './ports/caseload-store.ts';
import type { Clock } from './ports/clock.ts';
import type { Locks } from './ports/locks.ts';
import type { Random } from './ports/random.ts';
import type { TabChannel } from './ports/tab-channel.ts';
import type { Transport } from './ports/transport.ts';
import type { TokenSource } from './ports/token-source.ts';

/** What a caseload needs from outside. */
export interface CaseloadOptions {
  /** Where this person's caseload is kept on this device. */
  readonly store: CaseloadStore;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** Shared by all tabs that open the same store. */
  readonly locks: Locks;
  /** Joins all tabs that open the same store. */
  readonly channel: TabChannel;
  /** Gives a token for the server, a fresh one when the last was not accepted. */
  readonly token: TokenSource;
  /** Finds the schema of a section; undefined for one that this version of the app does not know. */
  readonly schemas: (sectionName: string) => SectionSchema | undefined;
  /** What the caseload list shows from a section, with so many questions open in it. */
  readonly project: (sectionName: string, view: unknown, questions: number) => Json | null;
  /** What the app's commands mean; without it nothing can be decided on this device. */
  readonly decisions?: DecisionPort;
  /** The versions of each section's schema that this app writes; by default those of what `schemas` gives as sections are met. */
  readonly versions?: Readonly<Record<string, SchemaVersions>>;
  /** By the kind of a record: the kinds of other records whose sections those of it may refer to. By default none. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
  /** The app's own words for what needs attention, such as whom to ask; what it does not say is said plainly. */
  readonly attentionWords?: OwnAttentionWords;
  /**
   * Hears what the functions of the app throw: these options, the functions of its schemas, and whoever listens. None of
   * them harms anything else. Without it they are reported as a page reports what nobody has caught.
   */
  readonly onError?: OnAppError;
  /** The app's offline switch as it was left; on unless told otherwise. */
  readonly switchedOn?: boolean;
}
