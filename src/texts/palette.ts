/** Where anything is found and done by its name. */

export const title = 'Find and do';
export const query = 'What to find or do';
export const queryHint = 'a command, an entry, a release, a step, a plan';
export const nothingFound = 'Nothing here has that name.';
export const found = (count: number) => `${count} found`;
export const foundList = 'Found';
