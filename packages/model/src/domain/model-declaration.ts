import type { AnyDecision } from '../decisions/any-decision.ts';
import type { CommonRefusal } from '../decisions/refusal.ts';
import type { Kind } from '../kinds/kind.ts';
import type { AnySectionPart } from '../sections/section-part.ts';
import type { Schema } from '../values/schema.ts';

/** A sort of unit of the directory: an office, a firm. */
export interface UnitKind {
  readonly title: string;
  /** What several are called: `Companies`. The title with an s, unless said. */
  readonly many?: string;
  /** In a sentence, for documentation. */
  readonly about: string;
}

/** What a model says of those who sign in. */
export interface WhoDeclaration<Who> {
  /** What one of them is called: `Colleague`. The API calls them `Principal`, unless said. */
  readonly title?: string;
  readonly schema: Schema<Who>;
  /** The keys that somebody looks for records by: what a record must share for them to have a seat at it. */
  keys(who: Who): readonly string[];
  /** The unit that somebody works for, whose name is told beside theirs; null where there are no such units. */
  readonly organisation: { readonly unit: string; of(who: Who): string | null } | null;
  /** How somebody is named to those who may not know that they have to do with a record; `Somebody` unless said. */
  readonly somebody?: { readonly id: string; readonly name: string };
}

/** Everything that one domain says. */
export interface ModelDeclaration<Who = unknown> {
  readonly name: string;
  /** Raised with each release; a section, a kind or a decision says the version that brought it. */
  readonly version: number;
  readonly title: string;
  readonly who: WhoDeclaration<Who>;
  /** The sorts of unit that there are; without it, none. */
  readonly units?: Readonly<Record<string, UnitKind>>;
  readonly kinds: readonly Kind[];
  readonly sections: readonly AnySectionPart[];
  readonly decisions: readonly AnyDecision[];
  /** Why a command was not carried out, in the domain's own words, where those that every model has do not do. */
  readonly refusals?: Partial<Readonly<Record<CommonRefusal, string>>>;
}
