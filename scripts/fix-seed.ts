/** Gives every property the same instances in every run, so that a mutant's fate does not change from run to run. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_261_123 });
