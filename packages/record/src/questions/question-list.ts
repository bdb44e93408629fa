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
  #revision = -1;

  constructor(section: string, viewer: Viewer, authorOf: AuthorOf) {
    this.#section = section;
    this.#viewer = viewer;
    this.#authorOf = authorOf;
  }

  /** @param revision - changes with everything that the answer depends on */
  list(revision: number): readonly Question[] {
    if (revision === this.#revision) return this.#list;
    this.#revision = revision;
    const asked = new Map<Doubtful, readonly Question[]>();
    for (const doubtful of this.#viewer.doubtful()) {
      asked.set(doubtful, this.#asked.get(doubtful) ?? ask(this.#section, doubtful, this.#authorOf));
    }
    const same = asked.size === this.#asked.size && [...asked.keys()].every((doubtful) => this.#asked.has(doubtful));
    this.#asked = asked;
    if (!same) this.#list = Object.freeze([...asked.values()].flat().toSorted(byPlace));
    return this.#list;
  }
}

const byPlace = (a: Question, b: Question): number => compareText(a.path, b.path) || compareText(a.id, b.id);
