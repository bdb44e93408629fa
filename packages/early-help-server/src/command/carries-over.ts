import { type CarriesOver, inTime } from '@caseweave/server/command';
import { carryOver } from '../carry-over/carry-over.ts';
import { REPLACED } from '../carry-over/exchange-tables.ts';

/** How a store of versions 1 to 8 is carried over, and what is said of it beforehand. */
export const carriesOver = (say: (words: string) => void): CarriesOver => ({
  carryOver: carryOver(inTime(say, 'records')),
  words:
    'It is carried over to the tables of this version: families and people, who may see what, what was decided, and everything ' +
    'that was written stay as they are. Devices compare what they hold when they connect next; what they have not sent yet ' +
    `is taken then. The tables that are replaced stay in the schema ${REPLACED} of the database; drop it when you no longer need ` +
    'it. The earlier version does not start on the store any more.',
});
