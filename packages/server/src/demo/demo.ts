import type { Draft, EditChange, Json, SectionSchema } from '@caseweave/record';
import type { PersonRow } from '../directory/people.ts';
import type { UnitRow } from '../directory/units.ts';

/**
 * A demonstration of a model: made-up people, as whom anybody may sign in, and what they have decided and written. A module
 * may export it as `demo`, beside its model.
 */
export interface ModelDemo {
  readonly people: readonly PersonRow[];
  /** By the kind of unit. */
  readonly units?: Readonly<Record<string, readonly UnitRow[]>>;
  /** Fills an empty store, as the people do it. */
  readonly fill?: (as: (who: string) => DemoPerson) => Promise<void>;
}

/** A person of a demonstration, who decides and writes by the rights that they have. */
export interface DemoPerson {
  /**
   * Decides.
   *
   * @param command - without a record it begins one
   * @returns the id of the record that it is about
   * @throws TypeError with why it was refused
   */
  decide(command: DemoCommand): Promise<string>;
  /**
   * Writes in a section of a record.
   *
   * @throws TypeError with why it was refused
   */
  write<Schema extends SectionSchema>(
    record: string,
    schema: Schema,
    change: EditChange<Draft<Schema>, unknown>,
  ): Promise<void>;
}

/** A command of a demonstration. */
export interface DemoCommand {
  readonly type: string;
  readonly record?: string;
  readonly [member: string]: Json | undefined;
}
