import type { Model } from '@caseweave/model';
import type { Node } from '@caseweave/server';
import type { TestDevice } from '@caseweave/testing';
import type { PushPart } from '@caseweave/protocol';

/** What whoever runs the authority changes about a record in the tests. */
export type Change =
  | { readonly type: 'join'; readonly who: string; readonly until?: number }
  | { readonly type: 'leave'; readonly who: string }
  | { readonly type: 'appoint'; readonly who: string }
  | { readonly type: 'allocate'; readonly to: string }
  | {
      readonly type: 'name';
      readonly who: string;
      readonly level: 'read' | 'append' | 'write';
      readonly until?: number;
    }
  | { readonly type: 'bar'; readonly who: string };

/** A record that people work on, and one that it links to. */
interface Filled {
  readonly record: string;
  readonly linked: string;
}

/**
 * A model as the tests of the server use it, so that one suite runs over several. Around each record are `lead`, who answers
 * for it, `worker` of the same organisation, and `partner` of another one; `stranger` is of the partner's, and not there.
 */
export interface TestModel {
  readonly name: string;
  readonly model: Model;
  /** The section that all may write in, with a title and a story. */
  readonly plan: string;
  /** The section that no partner may read. */
  readonly secret: string;
  /** The section to whose entries only their authors add. */
  readonly diary: string;
  /** The section of the linked record that no partner may read. */
  readonly hidden: string;
  /** The section that is opened to people by name, without presence. */
  readonly named: string;
  /** The notes of the partner's organisation. */
  readonly notes: string;
  /** Puts people into the directory, and records with everybody around them into the store. */
  fill(node: Node, records: number): Promise<readonly Filled[]>;
  /** Lets somebody of a new name read the plan, without writing in it. */
  addReader(node: Node, who: string, filled: Filled): Promise<void>;
  /** Changes what somebody of the worker's organisation is. */
  changeWorker(node: Node, change: { readonly name?: string; readonly supervises: string | null }): Promise<void>;
  /** A command as JSON. */
  command(record: string, change: Change): object;
  /** Closes the linked record to somebody. */
  barFromLinked(linked: string, who: string): object;
  title(device: TestDevice, record: string, words: string): PushPart;
  titleOf(device: TestDevice, record: string): string | null | undefined;
  /** Changes the story: takes so many letters away at its beginning, and puts words there. */
  story(device: TestDevice, record: string, words: string, without?: number): PushPart;
  storyOf(device: TestDevice, record: string): string;
  hide(device: TestDevice, record: string, words: string): PushPart;
  hideLinked(device: TestDevice, linked: string, words: string): PushPart;
  enter(device: TestDevice, record: string, words: string): PushPart;
  /** Adds to the first entry. */
  addTo(device: TestDevice, record: string, words: string): PushPart;
  entriesOf(device: TestDevice, record: string): readonly { readonly addenda?: readonly string[] | undefined }[];
  /** Who works there, as a device was told. */
  workersOf(device: TestDevice, record: string): readonly { readonly id: string; readonly until: number | null }[];
}
