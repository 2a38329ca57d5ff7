/** What of a link or a file means nothing here. */

export const listMore = (count: number) => ` and ${count} more`;
export const notAsked = (names: string) =>
  `No command of this catalog asks for a value called ${names}. It is kept, and used nowhere.`;
export const notRead = (names: string) =>
  `This version of Causeway does not know what ${names} in it means: whoever made it may see more in it. Load the page again to get the newest version, then open it again.`;
