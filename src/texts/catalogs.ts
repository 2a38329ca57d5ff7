/** What is said of catalogs as a whole. */

export const product = 'Product';
export const loading = 'Loading';
export const notThere = (id: string) => `${id} (not there)`;
export const yours = 'Your catalogs';
export const trouble = 'A catalog cannot be used';
export const unusable = (file: string) => `The catalog ${file} cannot be used.`;
export const anyUnusable = 'The catalog cannot be used.';
