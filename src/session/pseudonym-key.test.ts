import { beforeEach, expect, it, vi } from 'vitest';
import { MemoryStorage } from '../testing/memory-storage';

/** The page loaded anew. */
async function loadPage() {
  vi.resetModules();
  return (await import('./pseudonym-key')).pseudonymKey;
}

beforeEach(() => vi.stubGlobal('localStorage', new MemoryStorage()));

it('is the same in this browser, also after a reload, and another one in another', async () => {
  const first = (await loadPage())();
  expect(first).toHaveLength(32);
  expect((await loadPage())()).toEqual(first);
  vi.stubGlobal('localStorage', new MemoryStorage());
  expect((await loadPage())()).not.toEqual(first);
});

it('is made anew where what is kept is none', async () => {
  localStorage.setItem('causeway/pseudonyms', 'abc');
  const key = (await loadPage())();
  expect(key).toHaveLength(32);
  expect((await loadPage())()).toEqual(key);
});

it('holds for as long as the page is open where the browser refuses', async () => {
  vi.stubGlobal('localStorage', new MemoryStorage(10));
  const key = await loadPage();
  expect(key()).toEqual(key());
  expect(key()).toHaveLength(32);
});
