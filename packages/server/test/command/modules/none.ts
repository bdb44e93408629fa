/** A module that exports no model. */
export const nothing = 1;
