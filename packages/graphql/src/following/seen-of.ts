import { toldFacts, type Known, type RecordState } from '@caseweave/model';
import type { Touched } from '../sources/following.ts';
import type { SectionOfRecord } from '../sources/section-of-record.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** The sections of what was written that the viewer may read. */
export async function readWritten(viewer: Viewer, { written }: Touched): Promise<readonly SectionOfRecord[]> {
  const readable = await Promise.all(
    written.map(async (section) => {
      const sections = await viewer.sections(section.record);
      return sections.some(({ id }) => id === section.id);
    }),
  );
  return written.filter((_, index) => readable[index]);
}

/** Tells whether what was decided changes anything that the viewer may know: if not, they are not told of it. */
export async function seesDecision(viewer: Viewer, { record, decided }: Touched): Promise<boolean> {
  const before = new Map(decided.map((one) => [one.record, one]));
  for (const id of new Set([record, ...before.keys()])) {
    const now = await viewer.standing(id);
    if (now === undefined) continue;
    const one = before.get(id);
    const then = one === undefined ? now.state : one.state;
    // What is told of a record may hang on those that it links to, so they are as they were too.
    const known: Known = {
      ...now.known,
      state: (other) => {
        const earlier = before.get(other);
        return earlier === undefined ? now.known.state(other) : earlier.state;
      },
    };
    const seen = (state: RecordState | null, around: Known, at: number): string =>
      state === null ? '' : seenOf(viewer, state, around, now.sections, at);
    if (seen(then, known, one?.at ?? viewer.at) !== seen(now.state, now.known, viewer.at)) return true;
  }
  return false;
}

/** What the viewer may know of a record at a moment, as one text to compare. */
function seenOf(viewer: Viewer, state: RecordState, known: Known, names: readonly string[], at: number): string {
  const { model, me } = viewer;
  const sections = names.filter((name) => model.may(me.who, 'read', name, state, at)).toSorted();
  return sections.length === 0 ? '' : JSON.stringify([sections, toldFacts(model, me.who, state, known, at)]);
}
