/** Where the issuer sends people back to. */
export const redirectPath = '/signed-in';
