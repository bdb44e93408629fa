const form = /^[a-z][a-z0-9-]{0,39}$/;

/** Says whether a text may name a kind of record: up to 40 of `a-z 0-9 -`, a letter first. Which kinds there are is the app's to say. */
export const isRecordKind = (text: string): boolean => form.test(text);
