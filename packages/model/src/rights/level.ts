/** How much of a section somebody may use: each level holds the ones before it. */
export type Level = 'none' | 'read' | 'append' | 'write';

/** What somebody may want to do with a section. */
export type Act = Exclude<Level, 'none'>;

/** What somebody may do with a section, all acts at once. */
export interface Acts {
  readonly read: boolean;
  readonly write: boolean;
  readonly append: boolean;
}

/** The levels, from nothing to all. */
export const levels = ['none', 'read', 'append', 'write'] as const satisfies readonly Level[];

const rank: Readonly<Record<Level, number>> = { none: 0, read: 1, append: 2, write: 3 };

/** Tells whether a value is a level. */
export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value);

/** The higher of two levels. */
export const higher = (a: Level, b: Level): Level => (rank[a] < rank[b] ? b : a);

/** The lower of two levels. */
export const lower = (a: Level, b: Level): Level => (rank[a] < rank[b] ? a : b);

/** Tells whether a level holds an act. */
export const holds = (level: Level, act: Act): boolean => rank[level] >= rank[act];

const acts: Readonly<Record<Level, Acts>> = {
  none: { read: false, append: false, write: false },
  read: { read: true, append: false, write: false },
  append: { read: true, append: true, write: false },
  write: { read: true, append: true, write: true },
};

/** The acts that a level holds. */
export const actsOf = (level: Level): Acts => acts[level];
