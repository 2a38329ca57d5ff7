import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Sentence } from './sentence';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('puts words and elements in the order that they are given in, and asks for no keys', () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const say = <P,>(sign: P, word: P) => ['after the ', sign, ' ', word, '.'];
  const { container } = render(<Sentence parts={say(<code>#</code>, <b>it</b>)} />);
  expect(container.innerHTML).toBe('after the <code>#</code> <b>it</b>.');
  expect(complain).not.toHaveBeenCalled();
});
