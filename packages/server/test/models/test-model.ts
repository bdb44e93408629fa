import type { Model } from '@caseweave/model';
import type { PushPart } from '@caseweave/protocol';
import type { Node } from '@caseweave/server';
import type { TestDevice } from '@caseweave/testing';

/** What is decided about a record in the tests. */
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

/** A command as JSON. */
export interface GivenCommand {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** A record that people work on, and one that it links to. */
export interface Filled {
  readonly record: string;
  readonly linked: string;
}

/** How a model names what the tests ask for. */
interface Names {
  /** The kind of the records that people work on. */
  readonly kind: string;
  /** The section that all may write in, with a title and a story; and the field of the title. */
  readonly plan: string;
  readonly title: string;
  /** The section that no partner may read. */
  readonly secret: string;
  /** The section of the linked record that no partner may read. */
  readonly hidden: string;
  /** The section that is opened to people by name, without presence. */
  readonly named: string;
  /** The notes of the nurse's organisation. */
  readonly notes: string;
  /** What a refusal is called: for somebody who is nobody, and for a place that is none. */
  readonly nobody: string;
  readonly nowhere: string;
  /** What is said when somebody joins twice: what the refusal says, and what stands. */
  readonly already: { readonly words: string; readonly stands: string };
}

/**
 * A model as the tests of the server use it, so that one suite runs over several. Around each record are `lead`, who answers
 * for it, `worker` of the same organisation, and `partner` of another one. `stranger` is of the partner's, `nurse` of a third
 * one, and not there; `manager` answers for the district `east`, where the records are. There is another, `west`.
 */
export interface TestModel {
  readonly name: string;
  readonly model: Model;
  readonly names: Names;
  /** What the organisations of the lead and of the partner are called. */
  readonly organisations: { readonly lead: string | null; readonly partner: string };
  /** Puts people into the directory, and records with everybody around them into the store. */
  fill(node: Node, records: number): Promise<readonly Filled[]>;
  /** Lets somebody of a new name read the plan, without writing in it. */
  addReader(node: Node, who: string, filled: Filled): Promise<void>;
  /** Says what one of the people is from now on: called so, and answering for a district or for none. */
  putAs(node: Node, who: string, change: { readonly name?: string; readonly supervises: string | null }): Promise<void>;
  /** Takes a record out of every district, which no decision does. */
  takeOut(node: Node, record: string): Promise<void>;
  /** A command, as a device gives it or whoever runs the authority does. */
  command(record: string, change: Change): GivenCommand;
  /** Begins a record that the lead answers for, with another one that it links to, and sections that they write in. */
  begin(filled: Filled, linked: 'new' | 'known', sections?: readonly object[]): object;
  /** Closes the linked record to somebody. */
  barFromLinked(linked: string, who: string): object;
  title(device: TestDevice, record: string, words: string): PushPart;
  titleOf(device: TestDevice, record: string): string | null | undefined;
  /** Changes the story: takes so many letters away at its beginning, and puts words there. */
  story(device: TestDevice, record: string, words: string, without?: number): PushPart;
  storyOf(device: TestDevice, record: string): string;
  hide(device: TestDevice, record: string, words: string): PushPart;
  hideLinked(device: TestDevice, linked: string, words: string): PushPart;
  /** Writes in an entry to which only its author adds. */
  enter(device: TestDevice, record: string, words: string): PushPart;
  /** Adds to the first entry. */
  addTo(device: TestDevice, record: string, words: string): PushPart;
  entriesOf(device: TestDevice, record: string): readonly { readonly addenda?: readonly string[] | undefined }[];
  /** Who works there, as a device was told. */
  workersOf(device: TestDevice, record: string): readonly { readonly id: string; readonly until: number | null }[];
  /** The name of the district, as a device was told. */
  districtOf(device: TestDevice, record: string): string | null;
  /** The records that a record links to, as a device was told. */
  linksOf(device: TestDevice, record: string): readonly string[];
}
