/** The number of a law. */
export type Law = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** What a law is called, and what it says. */
export interface LawWords {
  readonly name: string;
  readonly says: string;
}

/** The ten laws of merging, for any replicas, any edits, and whatever the network and the disks do. */
export const laws: Readonly<Record<Law, LawWords>> = {
  1: { name: 'convergence', says: 'Replicas that have received the same edits show the same, and nothing waits.' },
  2: {
    name: 'nothing lost',
    says: 'Each accepted edit shows, or is kept beside its rivals, or was superseded by someone who had seen it.',
  },
  3: { name: 'once', says: 'What was written appears once, and what nobody wrote does not appear.' },
  4: {
    name: 'questions are true',
    says: 'A question is asked exactly where people contradict one another, on every replica, until it is settled.',
  },
  5: {
    name: 'order does not matter',
    says: 'The order, repetition and grouping of deliveries change nothing, and no value stands by having come first.',
  },
  6: { name: 'rules hold', says: 'The rules of the schema hold in every view, after any merge.' },
  7: {
    name: 'clocks do not matter',
    says: 'A clock that is years wrong changes nothing but the times that are shown.',
  },
  8: { name: 'storage does not matter', says: 'Stopping, compacting and starting again change no view.' },
  9: { name: 'versions do not matter', says: 'What a later version wrote outlives the edits of an earlier one.' },
  10: { name: 'undo is mine', says: 'Undoing restores what I changed, and touches nothing of anybody else.' },
};

/** All laws, by number. */
export const allLaws: readonly Law[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Reads a law's number, or its name with hyphens for spaces; undefined for what is none. */
export function lawOf(given: string): Law | undefined {
  return allLaws.find((law) => String(law) === given || laws[law].name.replaceAll(' ', '-') === given);
}
