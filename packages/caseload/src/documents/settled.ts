import type { Author, Json, Provenance, Question, Section, SectionSchema } from '@caseweave/record';

/** A question that somebody has settled. */
export interface Settled {
  /** As it was asked. */
  readonly question: Question;
  /** The value that stands now. */
  readonly value: Json;
  /** The value in words, where it was one of those asked about. */
  readonly words: string | null;
  /** Who settled it, as far as this person is told. */
  readonly by: Author | null;
  /** When, by the clock of whoever settled it. */
  readonly at: number | null;
  /** Why, where they said so. */
  readonly why: string | null;
}

/** So many are remembered, for notices. */
const kept = 20;

/** Notices which questions of a section were settled, since it was opened. A question only became another one is not. */
export class SettledQuestions {
  #open: readonly Question[] = [];
  #settled: readonly Settled[] = [];

  /** The newest last; the same list until it changes. */
  get list(): readonly Settled[] {
    return this.#settled;
  }

  /** Begins anew with a document: what it does not ask was not settled by that, and what it asks is not settled. */
  begin(section: Section<SectionSchema>): void {
    this.#open = section.questions();
    const isAsked = ({ question }: Settled) => this.#open.some((other) => isSamePlace(question, other));
    if (this.#settled.some(isAsked)) this.#settled = this.#settled.filter((one) => !isAsked(one));
  }

  /** Compares what is asked now with what was asked before. */
  look(section: Section<SectionSchema>): void {
    const now = section.questions();
    if (now === this.#open) return;
    const before = this.#open;
    this.#open = now;
    const gone = before.filter((question) => !now.some((other) => isSamePlace(question, other)));
    const settled = gone.flatMap((question) => settledNow(section, question));
    if (settled.length > 0) this.#settled = [...this.#settled, ...settled].slice(-kept);
  }
}

const isSamePlace = (one: Question, other: Question): boolean =>
  one.entity === other.entity && one.path === other.path && one.kind === other.kind;

function settledNow(section: Section<SectionSchema>, question: Question): Settled[] {
  // Whether a row is struck has no field of its own to say who decided it.
  if (question.kind === 'struck') return [];
  const claims = section.provenance(question.entity, question.path);
  const newest = claims.reduce<Provenance | undefined>(
    (last, claim) => (last === undefined || (claim.at ?? 0) > (last.at ?? 0) ? claim : last),
    undefined,
  );
  const texts = new Set(claims.map(({ value }) => JSON.stringify(value)));
  // Asked no more without one value that stands: the row was struck.
  if (newest === undefined || texts.size > 1) return [];
  const words = question.claims.find(({ value }) => JSON.stringify(value) === JSON.stringify(newest.value))?.words;
  const { value, author = null, at = null, why = null } = newest;
  return [{ question, value, words: words ?? null, by: author, at, why }];
}
