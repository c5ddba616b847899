import fc from 'fast-check';

/**
 * Properties are tried with the same random inputs each time, so that a run says something about the code and
 * not about its luck. `PROPERTY_SEED=$RANDOM PROPERTY_RUNS=5000 npx vitest run` looks further.
 */
const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;
fc.configureGlobal({ seed: Number(PROPERTY_SEED ?? 20_261_122), numRuns: Number(PROPERTY_RUNS ?? 100) });
