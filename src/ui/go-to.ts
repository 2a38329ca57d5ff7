/** Brings a part of the page into view and makes it the place where the keys are. */
export function goTo(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'start' });
  const first = element?.querySelector<HTMLElement>('input, select');
  (first ?? element)?.focus({ preventScroll: true });
}
