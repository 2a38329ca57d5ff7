/** The list of shortcuts. */

export const title = 'Keyboard shortcuts';
export const singleKeys = 'Single letters, digits and signs are shortcuts, outside of fields';
export const aside =
  'Turn that off where you speak to your machine, or where a key is pressed by chance now and then. Everything has a button, too.';
