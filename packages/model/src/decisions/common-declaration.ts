import type { Json } from '@caseweave/record';
import type { Names } from '../records/names.ts';
import type { Schema } from '../values/schema.ts';
import type { Valued } from '../values/value-kind.ts';
import type { Begun, DecidedBy, Telling } from './deciding.ts';

/** What decisions and openings say alike. */
export interface CommonDeclaration<Who, Facts, Form, Code extends string> {
  /** What is done, for a button and for documentation: `Give the repair to a firm`. */
  readonly title: string;
  /** Who may decide it, in plain words, for documentation: `whoever answers for the repair`. */
  readonly by?: string;
  /** There where only whoever runs the authority decides it: nobody who signs in may, and no API has it. */
  readonly byAuthority?: true;
  /** Of the form. An older form is brought up by `upgrade` when it is read. */
  readonly version: number;
  /** What is said beside the record: made with `group`, so that the API can ask for it. */
  readonly form: Valued<Schema<Form>>;
  /** Brings a form up to the next version, by the version that it is of. */
  readonly upgrade?: Readonly<Record<number, (form: Json) => Json>>;
  /** The codes that it may be refused with, with why and what to do next in plain words. */
  readonly refusals: Readonly<Record<Code, string>>;
  /** Records that the form names and that must exist. Whether they may be named is asked of `may`. */
  others?(form: NoInfer<Form>): readonly string[];
  /** Those who sign in that the form names; `known` has them where it is asked. */
  people?(form: NoInfer<Form>): readonly string[];
  /**
   * Records that it begins beside the one that it is about, whose id comes last. Total: it never refuses. Which records
   * follows from the form alone.
   */
  begins?(form: NoInfer<Form>, by: DecidedBy, record: string): readonly Begun[];
  /** What is done in plain words, as it is told to those concerned: `The repair is given to Brook Heating`. */
  words(form: NoInfer<Form>, names: Names): string;
  /** The form as somebody may know it; null where nothing of the decision is theirs to know. */
  told(telling: Telling<NoInfer<Who>, NoInfer<Facts>>, form: NoInfer<Form>): NoInfer<Form> | null;
}
