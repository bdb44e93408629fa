/** The letters of a unique pupil number: no I, O or S. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const form = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/;

/** What can be known of a unique pupil number from its letters and digits. */
export type UpnCheck =
  | { readonly type: 'valid'; readonly upn: string; readonly temporary: boolean }
  | { readonly type: 'invalid'; readonly code: 'wrong-form' | 'wrong-check-letter'; readonly remedy: string };

/** The letter that a unique pupil number begins with, from the twelve characters that follow. */
export function upnCheckLetter(twelve: string): string {
  let sum = 0;
  for (let place = 0; place < 12; place += 1) {
    const character = twelve.charAt(place);
    sum += (/\d/.test(character) ? Number(character) : letters.indexOf(character)) * (place + 2);
  }
  return letters.charAt(sum % 23);
}

/** Checks a unique pupil number as it was typed. */
export function checkUpn(typed: string): UpnCheck {
  const upn = typed.replaceAll(/\s/g, '').toUpperCase();
  if (!form.test(upn)) {
    return { type: 'invalid', code: 'wrong-form', remedy: 'Enter a letter and 12 digits; the last may be a letter.' };
  }
  if (upnCheckLetter(upn.slice(1)) !== upn.charAt(0)) {
    return { type: 'invalid', code: 'wrong-check-letter', remedy: "Compare it with the school's record." };
  }
  return { type: 'valid', upn, temporary: !/\d$/.test(upn) };
}
