/** What can be known of an NHS number without asking the national service. */
export type NhsNumberCheck =
  | { readonly type: 'valid'; readonly number: string }
  | { readonly type: 'invalid'; readonly code: 'not-ten-digits' | 'wrong-check-digit'; readonly remedy: string };

/** The check digit of nine digits, or undefined for the nine that can begin no NHS number. */
export function nhsCheckDigit(nine: string): number | undefined {
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(nine.charAt(place)) * (10 - place);
  const digit = 11 - (sum % 11);
  if (digit === 10) return undefined;
  return digit === 11 ? 0 : digit;
}

/** Checks an NHS number as it was typed, with or without spaces. That it is valid does not mean that it was traced. */
export function checkNhsNumber(typed: string): NhsNumberCheck {
  const number = typed.replaceAll(/[\s-]/g, '');
  if (!/^\d{10}$/.test(number)) {
    return { type: 'invalid', code: 'not-ten-digits', remedy: 'Enter the 10 digits of the NHS number.' };
  }
  if (nhsCheckDigit(number.slice(0, 9)) !== Number(number.charAt(9))) {
    return { type: 'invalid', code: 'wrong-check-digit', remedy: 'Compare the number with the letter it came from.' };
  }
  return { type: 'valid', number };
}

/** An NHS number as it is read out: 3, 3 and 4 digits. */
export const formatNhsNumber = (number: string): string =>
  `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
