/** Makes a part of the page the place where the keys are, or its first field. */
export function giveKeys(id: string, options?: FocusOptions): void {
  const element = document.getElementById(id);
  // What the keys reach by itself takes them; other parts begin with their grid, or else with their first field.
  const first =
    element?.tabIndex === 0
      ? element
      : (element?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]') ??
        element?.querySelector<HTMLElement>('input, select'));
  (first ?? element)?.focus(options);
}

/** Brings a part of the page into view, and gives it the keys. */
export function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
  giveKeys(id, { preventScroll: true });
}

/** The same for a part that takes the keys as a whole, whatever fields it has: a step. */
export function goToWhole(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
