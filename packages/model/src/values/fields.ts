import {
  progress,
  register,
  setOf,
  type ProgressField,
  type RegisterField,
  type RegisterOptions,
  type SetField,
  type SetOptions,
  type ValueOptions,
} from '@caseweave/record';
import type { CodeList } from './code-list.ts';
import { valued } from './value-kind.ts';
import { coded } from './values.ts';

/**
 * A register that holds a code of a list, said in the list's words. Where the `highest` or `lowest` stands, it is by the
 * order of the list, unless an order is given.
 */
export const codedRegister = <Code extends string | number>(
  list: CodeList<Code>,
  options: Omit<RegisterOptions<Code>, 'words'> = {},
): RegisterField<Code> =>
  register(coded(list), {
    ...((options.standing === 'highest' || options.standing === 'lowest') && { order: list.codes }),
    ...options,
    words: list.labelOf,
  });

/** A set of codes of a list, in which a code that says "none of these" gives way to any other. */
export const codedSet = <Code extends string | number>(
  list: CodeList<Code>,
  options: Omit<SetOptions<Code>, 'words' | 'exclusive'> = {},
): SetField<Code> => {
  const exclusive = list.entries.filter((entry) => entry.exclusive === true).map(({ code }) => code);
  return setOf(coded(list), { ...options, words: list.labelOf, ...(exclusive.length > 0 && { exclusive }) });
};

/**
 * A state that moves forward through codes of a list, said in the list's words; the field says itself what it holds.
 *
 * @param steps - the codes from the first to the furthest; those in an inner list are equally far. `list.codes` for each as
 * it stands in the list
 */
export const codedProgress = <Code extends string>(
  list: CodeList<Code>,
  steps: readonly (NoInfer<Code> | readonly NoInfer<Code>[])[],
  options: Omit<ValueOptions<Code>, 'words'> = {},
): ProgressField<Code> => valued(progress<Code>(steps, { ...options, words: list.labelOf }), { type: 'code', list });
