/** What is wrong with a cell of the inventory, or missing in it. */
import { formatNumber } from './numbers';

export const needsName = 'Needs a name.';
export const needsComponent = 'Needs a component.';
export const needsVersion = 'Needs a version, as the running part reports it: "1.2.3".';
export const tooLong = (characters: number, limit: number) =>
  `${formatNumber(characters)} characters are too many here: expected at most ${formatNumber(limit)}.`;
export const noCount = (found: string) => `"${found}" is not a count. Expected a whole number from 1.`;
export const noRange = (found: string) => `"${found}" is not a range. Expected one like "api 1-2".`;
export const twice = (protocol: string) => `"${protocol}" is there twice.`;
export const stoppedAt = (rest: string) => `Stopped at "${rest}". Expected "name=text, name=text".`;
export const noLabel = (value: string) => `"=${value}" is not a label. Expected "name=text".`;
