/** Tells whether a text has the form of a unique property reference number: up to 12 digits, not beginning with 0. */
export const isUprn = (text: string): boolean => /^[1-9]\d{0,11}$/.test(text);

/** Tells whether a text may be an authority's own child id: up to 20 letters and digits. */
export const isLaChildId = (text: string): boolean => /^[A-Za-z0-9]{1,20}$/.test(text);
