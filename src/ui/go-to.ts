/** Brings a part of the page into view and makes it the place where the keys are. */
export function goTo(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'start' });
  // What the keys reach by themselves takes them; other parts begin with their first field.
  const first = element?.tabIndex === 0 ? element : element?.querySelector<HTMLElement>('input, select');
  (first ?? element)?.focus({ preventScroll: true });
}
