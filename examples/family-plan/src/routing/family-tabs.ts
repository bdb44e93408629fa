/** The parts of a family's page, in their order, and what each is called. */
export const familyTabs = {
  plan: 'Plan',
  people: 'People',
  chronology: 'Chronology',
  reviews: 'Reviews and scores',
  words: 'Family’s words',
  practice: 'Practice',
  notes: 'Notes',
  other: 'Other',
  history: 'History',
} as const;

/** A part of a family's page. */
export type FamilyTab = keyof typeof familyTabs;

/** Tells whether a part of an address is one of them. */
export const isFamilyTab = (part: string): part is FamilyTab => Object.hasOwn(familyTabs, part);
