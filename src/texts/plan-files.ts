/** What becomes of a file of plans that is opened. */
import { countOf } from './numbers';

export const missed = (name: string, problems: string) => ` Not all of "${name}" could be read. ${problems}`;
export const openFirst = 'Open the first';
export const allThere = (name: string) => `All plans of "${name}" are there already.`;
export const catalogIn = (name: string) => `The catalog "${name}"`;
const countPlans = (plans: number) => countOf(plans, 'plan', 'plans');
export const isFull = (added: number, plans: number, name: string) =>
  `This browser has room for ${countPlans(added)} of the ${plans} in "${name}" only. Delete some that you need no more, and open it again.`;
export const added = (plans: number) => `${countPlans(plans)} added.`;
export const found = (value: string, message: string) => `Found ${value}: ${message}`;
