import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { EMPTY_INPUTS } from '../session/inputs';
import { addRow, sessionStore, startWith } from '../session/store';
import { ErrorBoundary } from './error-boundary';
import { inventoryFile } from './save-file';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('when drawing fails, what was entered is there, can be saved, and another try can be made', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  startWith(EMPTY_INPUTS);
  addRow({ name: 'billing', component: 'entrypoint', version: 'latest' });
  let isBroken = true;
  const Fragile = () => {
    if (isBroken) throw new Error('a drawing that fails');
    return <p>drawn</p>;
  };
  render(
    <ErrorBoundary>
      <Fragile />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('a drawing that fails');

  let saved = '';
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => 'blob:x');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved = this.download;
  });
  fireEvent.click(screen.getByRole('button', { name: 'Save the inventory' }));
  expect(saved).toBe('unknown.inventory.json');
  expect(JSON.parse(inventoryFile(sessionStore.getState(), 'x').text).entries).toEqual([
    { name: 'billing', component: 'entrypoint', version: 'latest', count: 1 },
  ]);

  isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('drawn')).toBeDefined();
});

it.each([
  ['production', 'production.inventory.json'],
  ['../../etc/passwd', 'etc-passwd.inventory.json'],
  ['Flotte für München', 'Flotte-für-München.inventory.json'],
  ['<>|', 'causeway.inventory.json'],
])('an inventory called %j is saved as %j', (inventoryName, name) => {
  expect(inventoryFile({ ...EMPTY_INPUTS, inventoryName }, 'waypoint').name).toBe(name);
});
