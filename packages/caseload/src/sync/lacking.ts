import type { WantedSection } from '@caseweave/protocol';
import type { CaseloadCore } from '../core.ts';
import { vectorOf } from '../documents/build-document.ts';
import type { BaseRow } from '../stored/rows.ts';

/** So many sections are read from the store at once, so that a large caseload costs bounded memory. */
const atOnce = 64;

/** What came of a comparison: what to ask the server for. */
type Answer = (wanted: readonly WantedSection[]) => void;

/**
 * Compares the store with a manifest that it has taken in, one piece a turn, so that a person's edit never waits for the
 * whole of it.
 */
export class Lacking {
  readonly #core: CaseloadCore;
  /** Counts manifests: a newer one is compared anew. */
  #round = 0;

  constructor(core: CaseloadCore) {
    this.#core = core;
  }

  compare(isCurrent: () => boolean, answer: Answer): void {
    this.#round += 1;
    const round = this.#round;
    // What the server has not heard of cannot be asked for.
    const known = Array.from(this.#core.mirror.sections.values()).filter(({ pending }) => !pending);
    const wanted: WantedSection[] = [];
    for (const { section, held } of known) if (!held) wanted.push({ section, vector: null });
    const left = known.filter(({ held }) => held).map(({ section }) => section);
    const next = () =>
      this.#core.later(async () => {
        if (round !== this.#round || !isCurrent()) return;
        const piece = left.splice(0, atOnce);
        const bases = piece.length === 0 ? [] : await this.#core.options.store.bases(piece);
        for (const [at, section] of piece.entries()) wanted.push({ section, vector: vector(bases[at] ?? []) });
        if (left.length > 0) next();
        else if (isCurrent()) answer(wanted);
      });
    next();
  }
}

function vector(rows: readonly BaseRow[]): Uint8Array | null {
  try {
    return vectorOf(rows);
  } catch {
    // It cannot be read: all of it is asked for.
    return null;
  }
}
