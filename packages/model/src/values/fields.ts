import {
  register,
  setOf,
  type RegisterField,
  type RegisterOptions,
  type SetField,
  type SetOptions,
} from '@caseweave/record';
import type { CodeList } from './code-list.ts';
import { coded } from './values.ts';

/** A register that holds a code of a list, said in the list's words. */
export const codedRegister = <Code extends string | number>(
  list: CodeList<Code>,
  options: Omit<RegisterOptions<Code>, 'words'> = {},
): RegisterField<Code> => register(coded(list), { ...options, words: list.labelOf });

/** A set of codes of a list, in which a code that says "none of these" gives way to any other. */
export const codedSet = <Code extends string | number>(
  list: CodeList<Code>,
  options: Omit<SetOptions<Code>, 'words' | 'exclusive'> = {},
): SetField<Code> => {
  const exclusive = list.entries.filter((entry) => entry.exclusive === true).map(({ code }) => code);
  return setOf(coded(list), { ...options, words: list.labelOf, ...(exclusive.length > 0 && { exclusive }) });
};
