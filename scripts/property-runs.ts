import fc from 'fast-check';

/**
 * How property tests run, in every project: `CASEWEAVE_RUNS` is the number of runs of each property (the default keeps
 * the whole suite quick), `CASEWEAVE_SEED` replays the seed that a failure printed.
 */
const { CASEWEAVE_RUNS, CASEWEAVE_SEED } = import.meta.env;

fc.configureGlobal({
  numRuns: CASEWEAVE_RUNS === undefined ? 50 : Number(CASEWEAVE_RUNS),
  ...(CASEWEAVE_SEED === undefined ? {} : { seed: Number(CASEWEAVE_SEED) }),
});
