/** What a principal may want to do with a section. */
export type Act = 'read' | 'write' | 'append' | 'decide';

/** How much of a section a principal may use: each level holds the ones before it. */
export type Level = 'none' | 'read' | 'append' | 'write';

const levels: readonly Level[] = ['none', 'read', 'append', 'write'];

/** The higher of two levels. */
export const higher = (a: Level, b: Level): Level => (levels.indexOf(a) < levels.indexOf(b) ? b : a);

/** The lower of two levels. */
export const lower = (a: Level, b: Level): Level => (higher(a, b) === a ? b : a);

/** Tells whether a level holds an act. `decide` is no level: it goes with a person's place, not with a section. */
export const holds = (level: Level, act: Exclude<Act, 'decide'>): boolean =>
  levels.indexOf(level) >= levels.indexOf(act);

/** The level that a grant of an act gives. */
export const levelOf = (act: Act): Level => (act === 'decide' ? 'none' : act);
