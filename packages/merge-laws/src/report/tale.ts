import { replicaName } from '../history/step.ts';
import type { LawFailure } from '../law-failure.ts';
import type { PlayEvent } from '../play/event.ts';
import { play } from '../play/play.ts';
import type { Subject } from '../subject.ts';

/** A broken law's history, as it went. */
export interface Tale {
  readonly replicas: number;
  readonly events: readonly PlayEvent[];
  /** Who made each edit, and at which step. */
  readonly edits: ReadonlyMap<number, { readonly by: number; readonly step: number }>;
}

/** Plays a failure once more, and notes all that happens. */
export function taleOf({ history, causal, laws }: LawFailure, subject: Subject): Tale {
  const events: PlayEvent[] = [];
  play(subject, history, { laws: new Set(laws), causal, listen: (event) => events.push(event) });
  const edits = new Map<number, { by: number; step: number }>();
  for (const event of events) {
    if ((event.type === 'edit' || event.type === 'own-writing') && event.edit !== undefined)
      edits.set(event.edit, { by: event.at, step: event.step });
  }
  return { replicas: history.replicas, events, edits };
}

/** An event as a sentence; edits are named by number, as in the picture. */
export function eventWords(event: PlayEvent): string {
  const names = (indices: readonly number[]): string => indices.map(replicaName).join(', ');
  const numbered = (edits: readonly number[]): string => edits.map((edit) => `#${edit + 1}`).join(', ');
  switch (event.type) {
    case 'edit': {
      const number = event.edit === undefined ? '' : ` (#${event.edit + 1})`;
      const fate = {
        accepted: '',
        refused: ', and is refused',
        skipped: ', where there is nothing',
        lost: ', and loses power before it is stored',
      };
      return `${replicaName(event.at)} ${event.words}${fate[event.fate]}${number}`;
    }
    case 'own-writing':
      return `${replicaName(event.at)} writes something of itself (#${event.edit + 1})`;
    case 'deliver':
      return `${replicaName(event.at)} receives ${numbered(event.edits)}${togetherWords(event)}`;
    case 'repeat':
      return `${replicaName(event.at)} receives ${numbered(event.edits)} a second time`;
    case 'partition':
      return `${names(event.apart)} cannot reach the others`;
    case 'heal':
      return 'all can reach one another again';
    case 'clock':
    case 'idle':
    case 'open-form':
    case 'reload':
      return `${replicaName(event.at)}'s device: ${event.words}`;
  }
}

const togetherWords = ({ edits, grouping }: PlayEvent & { readonly type: 'deliver' | 'repeat' }): string =>
  edits.length < 2 || grouping === 'each' ? '' : grouping === 'merged' ? ', merged into one' : ', in one transaction';
