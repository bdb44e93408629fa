/** Whom of the families' own people one may sign in as. They tell no name. */
export const familyAccountIds = ['family-adult-1', 'family-adult-2', 'young-person-1'] as const;

/** The id of somebody of a family who signs in. */
export type FamilyAccountId = (typeof familyAccountIds)[number];
