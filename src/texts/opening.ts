/** What is said when a link, a file or a sample is opened beside the open plan. */

export const andMore = (others: number | string) => `And ${others} more.`;
/** What a plan came by. A language in which the two words behave unlike each other asks which it is. */
export type From = 'link' | 'file';
export const notOpened = (from: From, why: string, hasRows: boolean) =>
  `The ${from} could not be opened. ${why}${hasRows ? ' What you had is kept.' : ''}`;
export const notTheNamed =
  'The catalog that the link brings is not the one that it names, and was left out: it was changed on the way.';
export const catalogOf = (from: From) => `The catalog of the ${from}`;
export const planOf = (from: From, before: string) =>
  `This is the plan of the ${from}. What you had is kept as "${before}".`;
export const goBack = 'Go back';

// Samples.
export const noSample = (id: string, known: string) => `There is no sample "${id}". There are: ${known}.`;
export const unreadable = 'It cannot be read.';
export const sampleOf = (product: string, before: string) =>
  `This is the sample of ${product}. What you had is kept as "${before}".`;
export const sampleNotOpened = (why: string) =>
  `The sample could not be opened. ${why} What you had is kept.`;
