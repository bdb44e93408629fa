import type { AuthorOf } from '../authors.ts';
import { compareText } from '../claims/claim.ts';
import type { Viewer, Doubtful } from '../view/viewer.ts';
import { ask } from './ask.ts';
import type { Question } from './question.ts';

/** The open questions of a section; the same list, and the same questions in it, while nothing about them changes. */
export class QuestionList {
  readonly #section: string;
  readonly #viewer: Viewer;
  readonly #authorOf: AuthorOf;
  #asked = new Map<Doubtful, readonly Question[]>();
  #list: readonly Question[] = Object.freeze([]);
  #stamp: object | undefined;

  constructor(section: string, viewer: Viewer, authorOf: AuthorOf) {
    this.#section = section;
    this.#viewer = viewer;
    this.#authorOf = authorOf;
  }

  /** The questions about what the viewer last showed. */
  list(): readonly Question[] {
    if (this.#viewer.stamp === this.#stamp) return this.#list;
    this.#stamp = this.#viewer.stamp;
    const asked = new Map<Doubtful, readonly Question[]>();
    for (const doubtful of this.#viewer.doubtful()) asked.set(doubtful, this.#ask(doubtful));
    const same =
      asked.size === this.#asked.size &&
      [...asked].every(([doubtful, questions]) => this.#asked.get(doubtful) === questions);
    this.#asked = asked;
    if (!same) this.#list = Object.freeze([...asked.values()].flat().toSorted(byPlace));
    return this.#list;
  }

  #ask(doubtful: Doubtful): readonly Question[] {
    const known = this.#asked.get(doubtful);
    // What a question says of a reference depends on the row that is referred to.
    if (known !== undefined && doubtful.refs === undefined) return known;
    const { resolver } = this.#viewer;
    const questions = ask(this.#section, doubtful, this.#authorOf, resolver);
    return JSON.stringify(questions) === JSON.stringify(known) ? (known ?? questions) : questions;
  }
}

const byPlace = (a: Question, b: Question): number => compareText(a.path, b.path) || compareText(a.id, b.id);
