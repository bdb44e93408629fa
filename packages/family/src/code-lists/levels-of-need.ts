import { codeList, type CodeOf } from '@caseweave/model';

/** The four levels of the threshold document. */
export const levelsOfNeed = codeList('level-of-need', 'local', [
  { code: 1, label: 'Level 1: universal' },
  { code: 2, label: 'Level 2: additional' },
  { code: 3, label: 'Level 3: targeted' },
  { code: 4, label: 'Level 4: specialist' },
]);

/** A code of levelsOfNeed. */
export type LevelOfNeed = CodeOf<typeof levelsOfNeed>;
