import type { Known, Model, NamedWho, RecordState, Unit } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import type * as Y from 'yjs';
import type { ContentEdits } from './content-edits.ts';
import type { DecisionsSource } from './decisions-source.ts';
import type { Following } from './following.ts';
import type { RecordLists } from './record-lists.ts';
import type { SectionOfRecord } from './section-of-record.ts';
import type { Versions } from './versions.ts';

/** Who a request speaks for, and when it was asked: rights are judged at this moment. */
export interface SignedIn {
  readonly who: NamedWho;
  readonly at: number;
  /** When the token runs out. */
  readonly expiresAt: number;
}

/** A unit of the directory, with what else the directory says of it. */
export interface UnitEntry extends Unit {
  readonly more?: Json;
}

/** A section's document, loaded, and who is behind each client id in it, whoever asks. */
export interface SectionDocument {
  readonly doc: Y.Doc;
  authorOf(client: number): NamedWho | undefined;
}

/**
 * Everything that GraphQL reads, and the way its edits go.
 *
 * Each function takes all the ids that a page needs and asks the database a fixed number of times, so a page costs the
 * same number of statements whether it has one record or fifty. None of them judges rights: `Viewer` does, for all.
 */
export interface GraphQLSources extends RecordLists, ContentEdits, DecisionsSource, Following, Versions {
  /** The model, under the rights that are in force now. */
  modelNow(): Model;
  /** Finds who a bearer token speaks for; undefined where it is not good, whatever the reason. */
  authenticate(token: string): Promise<SignedIn | undefined>;
  /** Those who sign in, by id. */
  people(ids: readonly string[]): Promise<ReadonlyMap<string, NamedWho>>;
  /** Units of a kind by id, or all of them in the order of their names. */
  units(kind: string, ids: readonly string[] | null): Promise<readonly UnitEntry[]>;
  states(records: readonly string[]): Promise<ReadonlyMap<string, RecordState>>;
  /** Everything around records that the model may ask for: people and units that their facts name, linked records. */
  known(states: readonly RecordState[]): Promise<Known>;
  sections(records: readonly string[]): Promise<readonly SectionOfRecord[]>;
  /** What lists show of sections, as the model's `list.show` makes it. */
  projections(sections: readonly string[]): Promise<ReadonlyMap<string, Json>>;
  documents(sections: readonly string[]): Promise<ReadonlyMap<string, SectionDocument>>;
}
