/**
 * The example app: several practitioners edit one whole-family plan at once.
 */
export {};
