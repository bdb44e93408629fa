import {
  actionStatuses,
  attainments,
  ethnicities,
  headlineOutcomes,
  levelsOfNeed,
  needStatuses,
  relationshipKinds,
  responsibilities,
  reviewDecisions,
  reviewDirections,
  sexes,
  type CodeList,
} from '@caseweave/family';

const lists: Readonly<Record<string, CodeList<string> | CodeList<number>>> = {
  'needs.headline': headlineOutcomes,
  'needs.level': levelsOfNeed,
  'needs.status': needStatuses,
  'outcomes.attainment': attainments,
  'actions.status': actionStatuses,
  'reviews.direction': reviewDirections,
  'reviews.decision': reviewDecisions,
  'relationships.kind': relationshipKinds,
  'relationships.parentalResponsibility': responsibilities,
  'worries.level': levelsOfNeed,
  sex: sexes,
  ethnicity: ethnicities,
};

/** The list that the codes of a field come from; undefined for one that is typed. */
export const codeListOf = (path: string): CodeList<string> | CodeList<number> | undefined => lists[path];
