/** Leads to a part of the page, also where another one stands in its place now. */
import { flushSync } from 'react-dom';
import { setView } from '../session/store';
import { goTo } from '../ui/go-to';

export type Part = 'inventory' | 'questions' | 'target' | 'today' | 'plan' | 'compare';

/** Parts of which one stands beside the inputs at a time. */
function isBeside(id: Part): id is 'today' | 'plan' | 'compare' {
  return id === 'today' || id === 'plan' || id === 'compare';
}

export function isPartThere(id: Part): boolean {
  return document.getElementById(isBeside(id) ? 'plan' : id) !== null;
}

export function goToPart(id: Part): void {
  if (isBeside(id)) flushSync(() => setView({ beside: id }));
  goTo(id);
}
