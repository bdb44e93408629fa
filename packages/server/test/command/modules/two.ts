import { errands } from './errands.ts';

export { errands } from './errands.ts';
/** The same under other rights is another model. */
export const others = errands.with({});
